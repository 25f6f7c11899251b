"""A mistake: a layer that returns its own variable."""

# %% use
import keras
from keras import ops


# Wrong on purpose: what comes out is the variable itself.
class RunningSum(keras.layers.Layer):
    """Add up the rows seen so far."""

    def __init__(self, **kwargs):
        """Create the running total."""
        super().__init__(**kwargs)
        self.total = self.add_weight(
            shape=(1,),
            initializer="zeros",
            trainable=False,
            autocast=False,
            name="total",
        )

    def call(self, inputs):
        """Map floats `(batch, 1)` to the total `(1,)`."""
        rows = ops.cast(inputs, self.total.dtype)
        self.total.assign_add(ops.sum(rows, axis=0))
        return self.total


running_sum = RunningSum()
first = running_sum(ops.ones((2, 1)))
running_sum(ops.ones((2, 1)))
result = first.numpy().item()
print("first result:", result)
assert result == 4.0  # wrong: it was 2.0 when it came out
