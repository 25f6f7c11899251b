"""A mistake: a list of weights is called trainable."""

# %% use raises=AttributeError
import keras
from keras import ops


# Wrong on purpose: trainable is a switch, and stays one.
class Factors(keras.layers.Layer):
    """Multiply by a matrix."""

    def build(self, input_shape):
        """Create the matrix."""
        self.trainable = []
        self.trainable.append(self.add_weight(shape=(input_shape[-1], 2)))

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return ops.matmul(inputs, self.trainable[0])


Factors()(ops.ones((1, 3)))
