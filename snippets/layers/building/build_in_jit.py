"""On JAX, a layer has to be built before jax.jit calls it."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import jax.numpy as jnp
import keras


def compiled(layer):
    """Return a function that calls the layer, compiled by JAX."""

    @jax.jit
    def run(inputs):
        return layer(inputs)

    return run


# %% built
dense = keras.layers.Dense(4, name="dense")
dense.build((None, 3))
outputs = compiled(dense)(jnp.ones((2, 3)))
print("readable outside the function:", dense.bias.numpy())

# %% unbuilt
dense = keras.layers.Dense(4, name="dense")
outputs = compiled(dense)(jnp.ones((2, 3)))
print("weights:", len(dense.weights))
try:
    print(dense.bias.numpy())
except jax.errors.TracerArrayConversionError as error:
    print(type(error).__name__)
