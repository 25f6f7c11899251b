"""A mistake: the name of a weight given by position."""

# %% define
import keras


# Wrong on purpose: "scale" is taken for the shape, and no layer is made.
class Scale(keras.layers.Layer):
    """Multiply by a learned number."""

    def __init__(self, **kwargs):
        """Create the number, with the name in the wrong place."""
        super().__init__(**kwargs)
        self.scale = self.add_weight("scale", shape=(), initializer="ones")

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs


# %% use raises=ValueError
Scale()
