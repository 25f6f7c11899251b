"""A mistake: a number as a positional argument of a layer."""

# %% use raises=ValueError
import keras
from keras import ops


# Wrong on purpose: the number is refused before call() begins.
class Repeat(keras.layers.Layer):
    """Repeat the columns."""

    def call(self, inputs, times):
        """Map floats `(batch, n)` to floats `(batch, times * n)`."""
        return ops.tile(inputs, (1, times))


Repeat()(ops.ones((1, 2)), 3)
