"""A mistake: random numbers without a generator, on JAX."""
# backends: jax

# %% use raises=ValueError
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
from keras import ops


# Wrong on purpose: while JAX traces, only a generator may draw numbers.
@keras.saving.register_keras_serializable(package="guide")
class Noise(keras.layers.Layer):
    """Add noise."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        noise = keras.random.normal(ops.shape(inputs), dtype=inputs.dtype)
        return inputs + noise


model = keras.Sequential([Noise(), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((4, 3)), np.ones((4, 1)), verbose=0)
