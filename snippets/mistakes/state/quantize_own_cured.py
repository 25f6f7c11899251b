"""The cure: the kernel belongs to a dense layer, which can be quantized."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Project(keras.layers.Layer):
    """A linear map to `units` features."""

    def __init__(self, units, **kwargs):
        """Take the number of features that come out."""
        super().__init__(**kwargs)
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.map = keras.layers.Dense(units, use_bias=False, **shared)

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


keras.utils.set_random_seed(0)
project = Project(64, name="project")
head = keras.layers.Dense(8, name="head")
model = keras.Sequential([keras.Input((32,)), project, head])
x = np.random.default_rng(0).normal(size=(16, 32)).astype("float32")
before = model.predict(x, verbose=0)

dense = keras.layers.Dense
model.quantize("int8", filters=lambda layer: isinstance(layer, dense))
for name, layer in {"project": project.map, "head": head}.items():
    print(name, layer.kernel.dtype)
change = np.abs(model.predict(x, verbose=0) - before).max()
print(f"largest change: {change / np.abs(before).max():.0%} of the largest")
