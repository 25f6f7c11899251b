"""A wrapper that adds what its layer computes to its inputs."""

# %% define
import keras
import numpy as np
from keras import ops


# Wrong in Keras 3.15: building the layer changes the wrapper's configuration.
@keras.saving.register_keras_serializable(package="guide")
class Residual(keras.layers.Wrapper):
    """Add the outputs of a layer to its inputs.

    Args:
        layer: Any layer whose outputs have the shape of its inputs.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    def call(self, inputs):
        """Map floats to floats of the same shape."""
        return inputs + self.layer(inputs)

    def compute_output_shape(self, input_shape):
        """Return the shape of the inputs."""
        return input_shape


# %% use
residual = Residual(keras.layers.Dense(3, kernel_initializer="zeros"))
model = keras.Sequential([keras.Input((3,)), residual])
x = np.ones((1, 3))
print(ops.convert_to_numpy(residual(x)))
print("weights:", [weight.path for weight in residual.weights])

# %% steps
each = keras.layers.TimeDistributed(Residual(keras.layers.Dense(3)))
sequences = np.ones((2, 5, 3))
print("shape:", tuple(each(sequences).shape))

# %% save
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
print("inside:", type(loaded.layers[0].layer).__name__)
print("outputs:", loaded.predict(x, verbose=0))
