"""A layer with two inputs receives two shapes in build()."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Bilinear(keras.layers.Layer):
    """Score each pair of rows: `left @ kernel @ right`, row by row."""

    def build(self, left_shape, right_shape):
        """Create the weight for `(…, left_dim)` and `(…, right_dim)`."""
        self.kernel = self.add_weight(
            shape=(left_shape[-1], right_shape[-1]), name="kernel"
        )

    def call(self, left, right):
        """Map floats of both shapes to floats `(batch,)`."""
        return ops.sum(ops.matmul(left, self.kernel) * right, axis=-1)


# %% use
layer = Bilinear()
scores = layer(ops.ones((4, 2)), ops.ones((4, 3)))
print(tuple(layer.kernel.shape), tuple(scores.shape))
