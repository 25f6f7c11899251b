"""A mistake: get_config() leaves out an argument that has a default."""

# %% copy
import keras
from keras import ops


# Wrong on purpose: get_config() leaves out the factor.
@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a factor that does not train."""

    def __init__(self, factor=1.0, **kwargs):
        """Keep the factor."""
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.factor * inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


scale = Scale(factor=3.0)
copy = Scale.from_config(scale.get_config())
before, after = (
    ops.convert_to_numpy(layer(ops.ones((1,)))).item()
    for layer in (scale, copy)
)
print("before:", before, "after:", after)
assert after == 1.0  # wrong: the factor is the default again
