"""A mistake: a subclass of Dense assigns its kernel."""

# %% use raises=AttributeError
import keras
from keras import ops


# Wrong on purpose: the kernel of Dense cannot be assigned.
class Masked(keras.layers.Dense):
    """A dense layer in which feature i reaches units up to i only."""

    def build(self, input_shape):
        """Create the weights of Dense, and drop half of the kernel."""
        super().build(input_shape)
        self.kernel = ops.tril(self.kernel)


Masked(3)(ops.ones((1, 3)))
