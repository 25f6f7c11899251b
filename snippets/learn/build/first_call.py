"""A layer that says when each of its methods runs."""

# %% define
import keras
from keras import ops


class Offset(keras.layers.Layer):
    """Add one learned number to each feature."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        print("__init__")

    def build(self, input_shape):
        """Create one number for each feature."""
        print("build, with", input_shape)
        self.offset = self.add_weight(
            shape=(input_shape[-1],), initializer="zeros", name="offset"
        )

    def call(self, inputs):
        """Return the sum."""
        print("call")
        return inputs + self.offset


layer = Offset()
print("built:", layer.built, "weights:", len(layer.weights))

# %% first
layer(ops.ones((2, 3)))
print("built:", layer.built, "weights:", len(layer.weights))

# %% second
layer(ops.ones((5, 3)))
print("built:", layer.built, "weights:", len(layer.weights))
