"""The cure: a recurrent cell says the size of its state."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Leaky(keras.layers.Layer):
    """Keep a part of the state, and add the inputs.

    Args:
        units: Size of the state, and of a step of the inputs.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    def __init__(self, units, **kwargs):
        """Say the size of the state."""
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def call(self, inputs, states):
        """Map floats `(batch, units)` and a state of that shape to the next."""
        state = inputs + 0.5 * states[0]
        return state, [state]

    def get_config(self):
        """Return the arguments that create the cell again."""
        return {**super().get_config(), "units": self.units}


rnn = keras.layers.RNN(Leaky(2))
print(keras.ops.convert_to_numpy(rnn(np.ones((1, 3, 2)))))
