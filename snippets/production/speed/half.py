"""What computes in which dtype, and how far the result is off."""

# %% dtypes
import keras
import numpy as np
from keras import ops

x = np.random.default_rng(1).normal(size=(64, 32)).astype("float32")
kernel = np.random.default_rng(2).normal(size=(32, 8)).astype("float32")
for policy in ("float32", "mixed_bfloat16", "mixed_float16"):
    dense = keras.layers.Dense(8, use_bias=False, dtype=policy)
    dense.build((None, 32))
    dense.kernel.assign(kernel)
    y = ops.convert_to_numpy(ops.cast(dense(x), "float32"))
    error = np.abs(y - x @ kernel).max() / np.abs(x @ kernel).max()
    within = next(limit for limit in (1e-6, 1e-3, 1e-2) if error < limit)
    print(
        f"{policy}: stores {dense.variable_dtype}, computes in "
        f"{dense.compute_dtype}, error below {within}"
    )
