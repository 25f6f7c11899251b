"""Exercise: let the layer count the rows it has seen."""

# %% start
import keras
import numpy as np
from keras import ops


class AutoRange(keras.layers.Layer):
    """Divide by the largest magnitude seen so far."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.largest = self.add_weight(
            shape=(),
            initializer="ones",
            trainable=False,
            autocast=False,
            name="largest",
        )

    def call(self, inputs):
        """Return numbers between -1 and 1."""
        numbers = ops.cast(inputs, self.largest.dtype)
        seen = ops.max(ops.abs(numbers))
        largest = ops.stop_gradient(ops.maximum(self.largest, seen))
        self.largest.assign(largest)
        return ops.cast(numbers / largest, inputs.dtype)


# %% check raises=AssertionError
auto_range = AutoRange()
auto_range(np.ones((3, 1)))
auto_range(np.ones((5, 1)))
names = [weight.name for weight in auto_range.non_trainable_weights]
assert sorted(names) == ["largest", "rows"], f"largest and rows, not {names}"
count = int(auto_range.rows)
assert count == 8, f"3 rows and 5 rows are 8 rows, not {count}"

model = keras.Sequential([keras.Input((1,)), auto_range])
model.compile(loss="mse")
model.evaluate(np.ones((10, 1)), np.ones((10, 1)), verbose=0)
count = int(auto_range.rows)
assert count == 18, f"10 more rows make 18, not {count}"
print("rows:", count)
