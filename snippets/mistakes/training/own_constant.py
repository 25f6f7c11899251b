"""A mistake: a constant in float32, under mixed precision."""
# backends: tensorflow

# %% use raises=InvalidArgumentError
import keras
from keras import ops


# Wrong on purpose: half precision and float32 do not add up.
class Shift(keras.layers.Layer):
    """Add one, two and three."""

    def __init__(self, **kwargs):
        """Create the constant."""
        super().__init__(**kwargs)
        self.shift = ops.convert_to_tensor([1.0, 2.0, 3.0])

    def call(self, inputs):
        """Map floats `(..., 3)` to floats of the same shape."""
        return inputs + self.shift


Shift(dtype="mixed_float16")(ops.zeros((1, 3)))
