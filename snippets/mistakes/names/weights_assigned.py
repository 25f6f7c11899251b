"""A mistake: a list of weights is assigned to trainable_weights."""

# %% use raises=AttributeError
import keras
from keras import ops


# Wrong on purpose: no weight is announced in this way.
class Linear(keras.layers.Layer):
    """Multiply by a matrix."""

    def build(self, input_shape):
        """Create the matrix."""
        self.kernel = self.add_weight(shape=(input_shape[-1], 2))
        self.trainable_weights = [self.kernel]

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return ops.matmul(inputs, self.kernel)


Linear()(ops.ones((1, 3)))
