"""A cure: build() takes the list apart as call() does."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Project(keras.layers.Layer):
    """Multiply the first input by a matrix, and add the second."""

    def build(self, input_shape):
        """Create the matrix for a list of two shapes."""
        left_shape, right_shape = input_shape
        self.kernel = self.add_weight(
            shape=(left_shape[-1], right_shape[-1]),
            initializer="ones",
            name="kernel",
        )

    def call(self, inputs):
        """Map floats `(batch, m)`, `(batch, n)` to floats `(batch, n)`."""
        left, right = inputs
        return ops.matmul(left, self.kernel) + right


outputs = Project()([np.ones((8, 3)), np.ones((8, 2))])
print(ops.shape(outputs), ops.convert_to_numpy(outputs)[0])
