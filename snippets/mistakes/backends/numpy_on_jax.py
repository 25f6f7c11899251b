"""A mistake: a function of NumPy in a layer on JAX."""
# backends: jax

# %% use raises=AttributeError
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
from keras import ops


# Wrong on purpose: NumPy wants numbers, and there are none yet.
class Twice(keras.layers.Layer):
    """Repeat the features."""

    def call(self, inputs):
        """Map floats `(batch, n)` to floats `(batch, 2 * n)`."""
        return ops.convert_to_tensor(np.tile(inputs, (1, 2)))


print(Twice()(ops.ones((1, 2))))
Twice()(keras.Input((2,)))
