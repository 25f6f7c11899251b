"""A mistake: reset_state() is taken for the state that a cell begins with."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Total(keras.layers.Layer):
    """Add up the steps, beginning with one."""

    state_size = 1

    def get_initial_state(self, batch_size=None):
        """Return ones `(batch, 1)`."""
        return [ops.ones((batch_size, 1), dtype=self.compute_dtype)]

    def call(self, inputs, states):
        """Map floats `(batch, 1)` and a state of that shape to the next."""
        state = inputs + states[0]
        return state, [state]


rnn = keras.layers.RNN(Total(), stateful=True)
x = np.ones((1, 3, 1))
first = ops.convert_to_numpy(rnn(x)).item()
rnn.reset_state()
again = ops.convert_to_numpy(rnn(x)).item()
print("first:", first, "after reset_state():", again)
assert (first, again) == (4.0, 3.0)  # wrong: it begins with 0 now
