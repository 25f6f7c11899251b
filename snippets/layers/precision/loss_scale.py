"""Gradients too small for float16, and the optimizer that saves them."""

# %% underflow
import keras
import numpy as np
from keras import ops

gradient = 1e-8
print(ops.convert_to_numpy(ops.cast(gradient, "float16")))

scale = 2.0**15
scaled = ops.cast(gradient * scale, "float16")
print(ops.convert_to_numpy(ops.cast(scaled, "float32")) / scale)

# %% fit
x, y = np.ones((8, 2), "float32"), np.ones((8, 1), "float32")


def wrapped(policy, layer_policy):
    """Train a model and print which optimizer it did it with."""
    keras.config.set_dtype_policy(policy)
    dense = keras.layers.Dense(1, dtype=layer_policy)
    model = keras.Sequential([keras.Input((2,)), dense])
    keras.config.set_dtype_policy("float32")
    model.compile(optimizer="sgd", loss="mse")
    model.fit(x, y, verbose=0)
    print(f"{policy:15} {layer_policy:15} {type(model.optimizer).__name__}")


print(f"{'model':15} {'layer':15} optimizer")
wrapped("mixed_float16", "mixed_float16")
wrapped("mixed_bfloat16", "mixed_bfloat16")
wrapped("float32", "mixed_float16")
