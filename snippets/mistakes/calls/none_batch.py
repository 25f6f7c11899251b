"""A mistake: the batch size is read from the static shape."""
# backends: tensorflow

# %% use raises=TypeError
import keras
from keras import ops


# Wrong on purpose: the batch size is None here, and there is no other call.
class AppendOne(keras.layers.Layer):
    """Append a column of ones."""

    def call(self, inputs):
        """Map floats `(batch, n)` to floats `(batch, n + 1)`."""
        ones = ops.ones((inputs.shape[0], 1), dtype=inputs.dtype)
        return ops.concatenate([inputs, ones], axis=-1)


AppendOne()(keras.Input((3,)))
