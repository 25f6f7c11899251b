"""A mistake: a layer overrides __call__() in place of call()."""

# %% use raises=AttributeError
import keras


# Wrong on purpose: Python runs this method, and Keras is never asked.
class Scale(keras.layers.Layer):
    """Multiply each feature by a learned number."""

    def build(self, input_shape):
        """Create the numbers."""
        self.w = self.add_weight(shape=(input_shape[-1],), initializer="ones")

    def __call__(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.w * inputs


Scale()(keras.ops.ones((1, 3)))
