"""A mistake: a layer that does not call super().__init__()."""

# %% define
import keras


# Wrong on purpose: without super().__init__() there is no layer to call.
class Scale(keras.layers.Layer):
    """Multiply by a learned number."""

    def __init__(self):
        """Create the number, but never start the Keras layer itself."""
        self.scale = self.add_weight(shape=(), initializer="ones", name="scale")

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs


# %% use raises=RuntimeError
Scale()
