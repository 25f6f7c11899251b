"""A policy is two dtypes: one to compute in, one to keep weights in."""

# %% use
import keras
from keras import ops

print(f"{'policy':16}{'weights':10}{'computes':10}outputs")
for policy in ("float32", "mixed_float16", "mixed_bfloat16", "bfloat16"):
    layer = keras.layers.Dense(2, dtype=policy)
    outputs = layer(ops.ones((1, 3)))
    weights, computes = layer.variable_dtype, layer.compute_dtype
    print(f"{policy:16}{weights:10}{computes:10}{ops.dtype(outputs)}")
