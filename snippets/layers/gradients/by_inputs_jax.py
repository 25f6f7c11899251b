"""The gradient of a prediction by its inputs: JAX."""
# backends: jax

# %% use
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.set_weights([np.array([[2.0], [0.0], [-1.0]]), np.zeros(1)])
x = jax.numpy.ones((2, 3))


def total(x):
    """Return the sum of the predictions."""
    return keras.ops.sum(model(x))


print(jax.grad(total)(x))
