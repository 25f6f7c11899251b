"""Exercise: subtract a large mean under each policy."""

# %% start
import keras
import numpy as np
from keras import ops


# Wrong on purpose: half precision cannot tell 10,001 from 10,000.
@keras.saving.register_keras_serializable(package="guide")
class Standardize(keras.layers.Layer):
    """Subtract a mean from each feature, and divide by a scale."""

    def __init__(self, mean, scale, **kwargs):
        """Keep two lists of numbers, one number for each feature."""
        super().__init__(**kwargs)
        self.mean = list(mean)
        self.scale = list(scale)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        mean = ops.convert_to_tensor(self.mean, dtype=self.compute_dtype)
        scale = ops.convert_to_tensor(self.scale, dtype=self.compute_dtype)
        return (inputs - mean) / scale

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"mean": list(self.mean), "scale": list(self.scale)}
        return {**super().get_config(), **config}


# %% check raises=AssertionError
rows = np.array([[10001, 3], [9999, -1]], dtype="float32")
wanted = [[1.0, 0.5], [-1.0, -0.5]]

for policy in ("float32", "mixed_bfloat16", "mixed_float16"):
    layer = Standardize([10000.0, 1.0], [1.0, 4.0], dtype=policy)
    copy = Standardize.from_config(layer.get_config())
    outputs = copy(rows)
    found = ops.convert_to_numpy(ops.cast(outputs, "float32")).tolist()
    assert found == wanted, f"{policy}: {found}, not {wanted}"
    dtype = ops.dtype(outputs)
    assert dtype == layer.compute_dtype, f"{policy}: returns {dtype}"
    print(policy, "returns", dtype, found)
