"""The cure: the kernel belongs to a dense layer, which can be quantized."""

# %% use
import keras
import numpy as np
from keras.layers import Dense


@keras.saving.register_keras_serializable(package="guide")
class Project(keras.layers.Layer):
    """A linear map to `units` features."""

    def __init__(self, units, **kwargs):
        """Take the number of features that come out."""
        super().__init__(**kwargs)
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.map = Dense(units, use_bias=False, **shared)

    def build(self, input_shape):
        """Build the child for inputs of shape `(..., features)`."""
        self.map.build(input_shape)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        return self.map(inputs)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return (*input_shape[:-1], self.units)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "units": self.units}


def make():
    """Return a model with the same weights each time."""
    keras.utils.set_random_seed(0)
    return keras.Sequential([keras.Input((32,)), Project(64), Dense(8)])


plain, small = make(), make()
small.quantize("int8", filters=lambda layer: isinstance(layer, Dense))
print([weight.dtype for weight in small.weights if weight.name == "kernel"])

x = np.random.default_rng(0).normal(size=(16, 32)).astype("float32")
wanted = plain.predict(x, verbose=0)
change = np.abs(small.predict(x, verbose=0) - wanted).max()
print(f"largest change: {change / np.abs(wanted).max():.0%} of the largest")
