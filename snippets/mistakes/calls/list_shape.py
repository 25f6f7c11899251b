"""A mistake: build() takes one shape where there is a list of two."""

# %% use raises=ValueError
import keras
import numpy as np
from keras import ops


# Wrong on purpose: the last shape of the list stands where a size should.
class Project(keras.layers.Layer):
    """Multiply the first input by a matrix, and add the second."""

    def build(self, input_shape):
        """Create the matrix."""
        self.kernel = self.add_weight(
            shape=(input_shape[-1], 2), initializer="ones", name="kernel"
        )

    def call(self, inputs):
        """Map floats `(batch, m)`, `(batch, 2)` to floats `(batch, 2)`."""
        left, right = inputs
        return ops.matmul(left, self.kernel) + right


Project()([np.ones((8, 3)), np.ones((8, 2))])
