"""A mistake: a cell that begins with a state as Keras 2 asked for it."""

# %% use raises=TypeError
import keras
import numpy as np
from keras import ops


# Wrong on purpose: Keras 3 passes the size of the batch alone.
@keras.saving.register_keras_serializable(package="guide")
class Total(keras.layers.Layer):
    """Add up the steps, beginning with one."""

    state_size = 2

    def get_initial_state(self, inputs, batch_size, dtype):
        """Return ones `(batch, 2)`."""
        return [ops.ones((batch_size, 2), dtype=dtype)]

    def call(self, inputs, states):
        """Map floats `(batch, 2)` and a state of that shape to the next."""
        state = inputs + states[0]
        return state, [state]


keras.layers.RNN(Total())(np.ones((1, 3, 2)))
