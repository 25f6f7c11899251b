"""Which dtypes call() works with, whatever the inputs were."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Embed(keras.layers.Layer):
    """Look up a row for each number, and add the inputs.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, **kwargs):
        """Create the rows, and a counter of calls."""
        super().__init__(**kwargs)
        self.rows = self.add_weight(
            shape=(10, 2), initializer="ones", name="rows"
        )
        self.calls = self.add_weight(
            shape=(), dtype="int32", trainable=False, name="calls"
        )

    def call(self, inputs, ids):
        """Add floats `(batch, 2)` to the rows for whole numbers `(batch,)`."""
        self.calls.assign_add(1)
        seen = inputs, ids, self.rows + 0, self.calls + 0
        self.seen = [ops.dtype(tensor) for tensor in seen]
        return inputs + ops.take(self.rows, ids, axis=0)


# %% use
ids = np.array([1, 2], dtype="int32")
row = "{:15}{:9}" + "{:9}" * 4
print(row.format("policy", "given", "inputs", "ids", "rows", "calls"))
for policy in ("float32", "mixed_float16"):
    layer = Embed(dtype=policy)
    for dtype in ("float64", "float16"):
        outputs = layer(np.ones((2, 2), dtype=dtype), ids)
        print(row.format(policy, dtype, *layer.seen))
    kept = layer.rows.dtype, layer.calls.dtype
    print(row.format("", "", "", "kept as", *kept))
