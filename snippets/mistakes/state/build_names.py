"""A mistake: arguments of build() that do not match those of call()."""

# %% use raises=ValueError
import keras
from keras import ops


# Wrong on purpose: build() does not say which shape is which.
class Bilinear(keras.layers.Layer):
    """Score pairs of rows: `left @ kernel @ right`, row by row."""

    def build(self, shape_1, shape_2):
        """Create the weight for the features of both inputs."""
        self.kernel = self.add_weight(
            shape=(shape_1[-1], shape_2[-1]), name="kernel"
        )

    def call(self, left, right):
        """Map two floats `(batch, features)` to floats `(batch,)`."""
        return ops.sum(ops.matmul(left, self.kernel) * right, axis=-1)


Bilinear()(ops.ones((4, 2)), ops.ones((4, 3)))
