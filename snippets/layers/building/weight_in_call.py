"""A mistake: a weight created in call()."""

# %% define
import keras
from keras import ops


# Wrong on purpose: the weight would be created too late.
class Late(keras.layers.Layer):
    """Multiply by one weight per feature, created too late."""

    def __init__(self, **kwargs):
        """Create no weight yet."""
        super().__init__(**kwargs)
        self.scale = None

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        if self.scale is None:
            features = inputs.shape[-1]
            self.scale = self.add_weight(shape=(features,), name="scale")
        return ops.multiply(inputs, self.scale)


# %% use raises=ValueError
Late()(keras.Input((3,)))
