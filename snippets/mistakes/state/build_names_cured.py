"""The cure: arguments of build() named after those of call()."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Bilinear(keras.layers.Layer):
    """Score pairs of rows: `left @ kernel @ right`, row by row."""

    def build(self, left_shape, right_shape):
        """Create the weight for the features of both inputs."""
        self.kernel = self.add_weight(
            shape=(left_shape[-1], right_shape[-1]), name="kernel"
        )

    def call(self, left, right):
        """Map two floats `(batch, features)` to floats `(batch,)`."""
        return ops.sum(ops.matmul(left, self.kernel) * right, axis=-1)


bilinear = Bilinear()
bilinear(ops.ones((4, 2)), ops.ones((4, 3)))
print(bilinear.kernel.shape)
