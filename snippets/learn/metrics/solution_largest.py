"""Solution: remember the largest output of each unit."""

# %% solve
import keras
import numpy as np
from keras import ops


class WatchedRelu(keras.layers.Layer):
    """Apply ReLU, and remember the largest output of each unit."""

    def build(self, input_shape):
        """Create one number for each unit."""
        self.largest = self.add_weight(
            shape=(input_shape[-1],),
            initializer="zeros",
            trainable=False,
            autocast=False,
            name="largest",
        )

    def call(self, inputs):
        """Map rows `(batch, units)` to rows of the same shape."""
        outputs = ops.relu(inputs)
        batch = ops.cast(ops.max(outputs, axis=0), "float32")
        self.largest.assign(ops.maximum(self.largest, batch))
        return outputs


# %% check
def largest_after(layer, *batches):
    """Return what the layer remembers after some batches."""
    for batch in batches:
        layer(np.array(batch))
    return ops.convert_to_numpy(layer.largest).tolist()


relu = WatchedRelu()
found = largest_after(relu, [[1.0, -2.0, 3.0], [2.0, -1.0, 0.5]])
assert found == [2, 0, 3], f"after one batch: [2, 0, 3], not {found}"
found = largest_after(relu, [[0.5, 4.0, 1.0]])
assert found == [2, 4, 3], f"after two batches: [2, 4, 3], not {found}"
half = WatchedRelu(dtype="mixed_float16")
found = largest_after(half, [[0.5, 4.0, 1.0]])
assert found == [0.5, 4, 1], f"in float16: [0.5, 4, 1], not {found}"
print("largest:", found)
