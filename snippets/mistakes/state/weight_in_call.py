"""A mistake: a weight that is created in call()."""

# %% use raises=ValueError
import keras


# Wrong on purpose: when call() runs, the layer counts as built.
class Scale(keras.layers.Layer):
    """Multiply by one learned number for each feature."""

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        scale = self.add_weight(shape=(inputs.shape[-1],), name="scale")
        return scale * inputs


Scale()(keras.ops.ones((2, 3)))
