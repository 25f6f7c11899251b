"""A mistake: a layer that returns its own variable."""

# %% define
import keras
from keras import ops


# Wrong on purpose: what comes out is the variable itself, which no functional
# model on JAX accepts.
class ComputeSum(keras.layers.Layer):
    """Add up all rows seen so far, column by column."""

    def __init__(self, input_dim, **kwargs):
        """Create the running total."""
        super().__init__(**kwargs)
        self.total = self.add_weight(
            shape=(input_dim,),
            initializer="zeros",
            trainable=False,
            name="total",
        )

    def call(self, inputs):
        """Map floats `(batch, input_dim)` to the total `(input_dim,)`."""
        self.total.assign_add(ops.sum(inputs, axis=0))
        return self.total


# %% use
compute_sum = ComputeSum(input_dim=2)
first = compute_sum(ops.ones((2, 2)))
print("first:", first.numpy())

second = compute_sum(ops.ones((2, 2)))
print("second:", second.numpy())
print("first, again:", first.numpy())

# %% same
print(first is compute_sum.total, second is compute_sum.total)
