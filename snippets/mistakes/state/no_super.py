"""A mistake: __init__() does not call that of the layer."""

# %% use raises=RuntimeError
import keras


# breaks call: nothing has prepared the layer for a call.
class Scale(keras.layers.Layer):
    """Multiply by a factor that does not train."""

    def __init__(self, factor):
        """Keep the factor."""
        self.factor = factor

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.factor * inputs


Scale(factor=2.0)(keras.ops.ones((1, 3)))
