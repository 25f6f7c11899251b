"""A JAX function in a functional model: only inside a layer."""
# backends: jax

# %% layer
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax.numpy as jnp
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Sorted(keras.layers.Layer):
    """Sort each row, by a function of JAX."""

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        return jnp.sort(inputs, axis=-1)


inputs = keras.Input((3,))
model = keras.Model(inputs, Sorted()(inputs))
print(model.predict(np.array([[3.0, 1.0, 2.0]]), verbose=0))
