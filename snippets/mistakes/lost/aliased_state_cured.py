"""The cure: a layer that returns a copy of its variable."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
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
        return ops.cast(ops.copy(self.total), self.compute_dtype)


running_sum = RunningSum()
first = running_sum(ops.ones((2, 1)))
running_sum(ops.ones((2, 1)))
result = ops.convert_to_numpy(first).item()
print("first result:", result)
assert result == 2.0
