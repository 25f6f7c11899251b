"""A mistake: __init__() does not take what every layer takes."""

# %% use raises=TypeError
import keras


# Wrong on purpose: the layer is not even created.
class Shift(keras.layers.Layer):
    """Add a number."""

    def __init__(self, by):
        """Keep the number."""
        super().__init__()
        self.by = by

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs + self.by


Shift(2.0, dtype="mixed_float16")
