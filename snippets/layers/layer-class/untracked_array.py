"""A mistake: an array of JAX is not tracked, so it never trains."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax.numpy as jnp
import keras
import numpy as np


# Wrong on purpose: the array is float32, and so is what comes out.
class Scale(keras.layers.Layer):
    """Multiply by a number that was meant to be learned."""

    def __init__(self, **kwargs):
        """Create the number in a way that Keras does not see."""
        super().__init__(**kwargs)
        self.scale = jnp.ones(())

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs


# %% alone
layer = Scale()
print("weights:", len(layer.weights))

x = np.linspace(-1.0, 1.0, 32, dtype="float32").reshape(-1, 1)
model = keras.Sequential([keras.Input((1,)), layer])
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
model.fit(x, 5.0 * x, epochs=20, verbose=0)
print("wanted 5.0, got", float(layer.scale))

# %% silent
layer = Scale()
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1), layer])
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
model.fit(x, 5.0 * x, epochs=20, verbose=0)
print("factor:", float(layer.scale))
