"""A mistake: a loop of unknown length that JAX cannot differentiate."""

# backends: jax
# %% fit raises=ValueError
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
from keras import ops


# Wrong on purpose: no gradient goes back through a loop of unknown length.
@keras.saving.register_keras_serializable(package="guide")
class Grown(keras.layers.Layer):
    """Scale the inputs, and let them grow until one is large."""

    def build(self, input_shape):
        """Create one scale for each feature."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        (outputs,) = ops.while_loop(
            lambda x: ops.max(x) < 10.0,
            lambda x: (ops.abs(2.0 * x) + 1.0,),
            (inputs * self.scale,),
        )
        return outputs


model = keras.Sequential([Grown(), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((8, 3)), np.ones((8, 1)), verbose=0)
