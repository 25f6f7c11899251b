"""A mistake: compute_output_shape() says one thing, call() does another."""

# %% define
import keras
from keras import ops


# Wrong on purpose: the shape it announces is not the one it puts out.
class Twice(keras.layers.Layer):
    """Repeat the columns, and announce too few of them."""

    def call(self, inputs):
        """Map floats `(batch, size)` to `(batch, 2 * size)`."""
        return ops.concatenate([inputs, inputs], axis=-1)

    def compute_output_shape(self, input_shape):
        """Return the shape of the input, which is wrong."""
        return input_shape


# %% use
layer = Twice()
print("announced:", layer(keras.Input((3,))).shape)
print("real:     ", tuple(layer(ops.ones((2, 3))).shape))
