"""The cure: get_initial_state() takes the size of the batch."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Total(keras.layers.Layer):
    """Add up the steps, beginning with one."""

    state_size = 2

    def get_initial_state(self, batch_size=None):
        """Return ones `(batch, 2)`."""
        return [ops.ones((batch_size, 2), dtype=self.compute_dtype)]

    def call(self, inputs, states):
        """Map floats `(batch, 2)` and a state of that shape to the next."""
        state = inputs + states[0]
        return state, [state]


rnn = keras.layers.RNN(Total())
print(ops.convert_to_numpy(rnn(np.ones((1, 3, 2)))))
