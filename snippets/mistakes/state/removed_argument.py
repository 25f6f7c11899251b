"""A mistake: an argument that layers had in Keras 2."""

# %% use raises=ValueError
import keras


# Wrong on purpose: no layer is made.
class Double(keras.layers.Layer):
    """Multiply by two."""

    def __init__(self, **kwargs):
        """Ask for a layer that runs eagerly."""
        super().__init__(dynamic=True, **kwargs)

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return 2.0 * inputs


Double()
