"""A mistake on JAX: a step that calls the model as if it had its weights."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np


# Wrong on purpose: its step leaves values of the trace in the variables.
@keras.saving.register_keras_serializable(package="guide")
class Stateful(keras.Model):
    """A dense layer, with a step that forgets the state it was given."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="zeros", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, state, data):
        """Call the model before the usual step."""
        self(data[0], training=True)
        return super().train_step(state, data)


# %% fit raises=TypeError
x = np.linspace(-1.0, 1.0, 64).reshape(-1, 1)
print("outside fit():", Stateful()(x).shape)

model = Stateful()
model.compile(optimizer="sgd", loss="mse")
model.fit(x, 2.0 * x, verbose=0)
