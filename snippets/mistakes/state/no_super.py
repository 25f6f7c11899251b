"""A mistake: __init__() does not call that of the layer."""

# %% use raises=RuntimeError
import keras


# Wrong on purpose: nothing has prepared the layer for a call.
class Scale(keras.layers.Layer):
    """Multiply by a factor that does not train."""

    def __init__(self):
        """Keep the factor."""
        self.factor = 2.0

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.factor * inputs


Scale()(keras.ops.ones((1, 3)))
