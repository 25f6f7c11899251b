"""A mistake: predict() in a function that JAX compiles."""
# backends: jax

# %% use raises=TypeError
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])


@jax.jit
def score(x):
    """Add up the predictions for a batch."""
    return model.predict(x, verbose=0).sum()


score(np.ones((4, 2)))
