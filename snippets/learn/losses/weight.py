"""A penalty for a weight: a regularizer."""

# %% define
import keras
import numpy as np


class Gain(keras.layers.Layer):
    """Multiply each feature by a weight that is kept small."""

    def build(self, input_shape):
        """Create one weight for each feature."""
        self.gain = self.add_weight(
            shape=(input_shape[-1],),
            initializer="ones",
            regularizer=keras.regularizers.L2(0.5),
            name="gain",
        )

    def call(self, inputs):
        """Multiply by the weight."""
        return inputs * self.gain


# %% use
layer = Gain()
layer.build((None, 2))
for numbers in ([1.0, 1.0], [2.0, 2.0]):
    layer.gain.assign(numbers)
    [loss] = layer.losses
    print("gain:", numbers, "loss:", keras.ops.convert_to_numpy(loss))

# %% call hidden
layer(np.array([[1.0, 3.0]]))
