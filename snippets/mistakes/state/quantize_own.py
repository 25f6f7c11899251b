"""A model is quantized, and the weight of a layer of your own is not."""

# %% use warns=UserWarning
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Project(keras.layers.Layer):
    """A linear map to `units` features."""

    def __init__(self, units, **kwargs):
        """Take the number of features that come out."""
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        """Create the kernel for inputs of shape `(..., features)`."""
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        return ops.matmul(inputs, self.kernel)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "units": self.units}


project = Project(64, name="project")
head = keras.layers.Dense(8, name="head")
model = keras.Sequential([keras.Input((32,)), project, head])
model.quantize("int8")
for name, layer in {"project": project, "head": head}.items():
    print(name, layer.kernel.dtype)
