"""A mistake: a function of TensorFlow in a layer on JAX."""
# backends: jax

# %% use raises=RuntimeError
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
import tensorflow as tf


# Wrong on purpose: on JAX, call() gets no tensor of TensorFlow.
class Ramp(keras.layers.Layer):
    """Set negative inputs to zero."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return tf.nn.relu(inputs)


model = keras.Sequential([Ramp(), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
