"""A mistake: JAX cannot trace a random number without a seed."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
from keras import ops


# Wrong on purpose: while JAX traces, only a generator may draw numbers.
@keras.saving.register_keras_serializable(package="guide")
class Noise(keras.layers.Layer):
    """Add noise while training, from no generator in particular."""

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        if not training:
            return inputs
        return inputs + keras.random.normal(ops.shape(inputs))


# %% eager
noise = Noise()
print(noise(np.ones((2, 3))).shape)
print(noise(np.ones((2, 3)), training=True).shape)

# %% traced raises=ValueError
model = keras.Sequential([keras.Input((3,)), noise, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((8, 3)), np.ones((8, 1)), verbose=0)
