"""The solution: a running mean over the steps that count."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class RunningMean(keras.layers.Layer):
    """Return the mean of the steps so far.

    Args:
        units: Number of features in a step.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    def __init__(self, units, **kwargs):
        """Say the sizes of the mean and of the count."""
        super().__init__(**kwargs)
        self.units = units
        self.state_size = [units, 1]
        self.output_size = units

    def call(self, inputs, states):
        """Map floats `(batch, units)` and both states to the mean so far."""
        mean, count = states
        count = count + 1.0
        mean = mean + (inputs - mean) / count
        return mean, [mean, count]

    def get_config(self):
        """Return the arguments that create the cell again."""
        return {**super().get_config(), "units": self.units}


# %% check
x = np.array([[[2.0], [4.0], [0.0], [0.0]]])
rnn = keras.layers.RNN(RunningMean(1), return_sequences=True)
found = ops.convert_to_numpy(rnn(x))[0, :, 0]
assert np.allclose(found, [2, 3, 2, 1.5]), f"{found}: not [2, 3, 2, 1.5]"
masked = ops.convert_to_numpy(rnn(keras.layers.Masking()(x)))[0, -1, 0]
assert np.isclose(masked, 3.0), f"{masked}: padding counts"
