"""A stateful layer goes on where the last batch ended."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Total(keras.layers.Layer):
    """Add up the steps."""

    state_size = 1

    def call(self, inputs, states):
        """Map floats `(batch, 1)` and a state of that shape to the next."""
        state = inputs + states[0]
        return state, [state]


rnn = keras.layers.RNN(Total(), stateful=True)
hour = np.ones((1, 3, 1))
print("first part:", ops.convert_to_numpy(rnn(hour)).item())
print("second part:", ops.convert_to_numpy(rnn(hour)).item())
rnn.reset_state()
print("from zero:", ops.convert_to_numpy(rnn(hour)).item())
print("weights that train:", len(rnn.trainable_weights))
