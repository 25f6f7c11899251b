"""A mistake: arithmetic with a batch size that is not known."""
# backends: tensorflow

# %% define
import keras
from keras import ops


# Wrong on purpose: inputs.shape[0] may be None.
class MergeAxes(keras.layers.Layer):
    """Merge the first two axes into one."""

    def call(self, inputs):
        """Map floats `(batch, steps, …)` to `(batch * steps, …)`."""
        batch, steps, *rest = inputs.shape
        return ops.reshape(inputs, (batch * steps, *rest))


# %% eager
print(MergeAxes()(ops.ones((2, 5, 3))).shape)

# %% symbolic raises=TypeError
MergeAxes()(keras.Input((5, 3)))
