"""A layer of two arguments, built from two shapes."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Bilinear(keras.layers.Layer):
    """Score two vectors with a matrix between them."""

    def build(self, left_shape, right_shape):
        """Create the matrix for `(batch, m)` and `(batch, n)`."""
        self.kernel = self.add_weight(
            shape=(left_shape[-1], right_shape[-1]),
            initializer="ones",
            name="kernel",
        )

    def call(self, left, right):
        """Map floats `(batch, m)` and `(batch, n)` to floats `(batch, 1)`."""
        mixed = ops.matmul(left, self.kernel)
        return ops.sum(mixed * right, axis=-1, keepdims=True)


# %% use
score = Bilinear()
outputs = score(np.ones((2, 3)), np.ones((2, 4)))
print("kernel:", score.kernel.shape)
print(ops.convert_to_numpy(outputs).ravel())
print(score.get_build_config())
