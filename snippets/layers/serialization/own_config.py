"""A layer that writes its own configuration."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Elementwise(keras.layers.Layer):
    """Apply a function, once or more times, to each number."""

    def __init__(self, function, times=1, **kwargs):
        """Find the function."""
        super().__init__(**kwargs)
        self.function = keras.activations.get(function)
        self.times = times

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        for _ in range(self.times):
            inputs = self.function(inputs)
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {
            "function": keras.activations.serialize(self.function),
            "times": self.times,
        }
        return {**super().get_config(), **config}


# %% use
@keras.saving.register_keras_serializable(package="guide")
def double(inputs):
    """Map floats of any shape to twice their value."""
    return 2.0 * inputs


layer = Elementwise(double, times=3)
print(layer.get_config()["function"]["config"])

copy = Elementwise.from_config(layer.get_config())
print(ops.convert_to_numpy(copy(ops.ones((1, 2)))))
