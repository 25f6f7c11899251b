"""A layer that keeps a running total of its inputs."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class ComputeSum(keras.layers.Layer):
    """Add up all rows seen so far, column by column.

    Args:
        input_dim: Number of columns of the input.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, input_dim, **kwargs):
        """Create the running total."""
        super().__init__(**kwargs)
        self.input_dim = input_dim
        self.total = self.add_weight(
            shape=(input_dim,),
            initializer="zeros",
            trainable=False,
            # A total must not be rounded to half precision between two steps.
            autocast=False,
            name="total",
        )

    def call(self, inputs):
        """Map floats `(batch, input_dim)` to the total `(input_dim,)`."""
        rows = ops.cast(inputs, self.total.dtype)
        self.total.assign_add(ops.sum(rows, axis=0))
        return ops.cast(ops.copy(self.total), self.compute_dtype)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "input_dim": self.input_dim}


# %% use
compute_sum = ComputeSum(input_dim=2)
first = compute_sum(ops.ones((2, 2)))
second = compute_sum(ops.ones((2, 2)))
print("first:", ops.convert_to_numpy(first))
print("second:", ops.convert_to_numpy(second))

# %% half
one = ops.ones((), dtype="bfloat16")
print("256 + 1 =", float(256 * one + one))

half = ComputeSum(input_dim=2, dtype="mixed_bfloat16")
for _ in range(300):
    half(ops.ones((1, 2)))
print("300 ones:", half.total.numpy())
