"""A mistake: a model that keeps training to itself."""
# backends: jax

# %% fit
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Dropped(keras.Model):
    """Drop some of the inputs, then add up the others."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dropout = keras.layers.Dropout(0.5, **shared)
        self.head = keras.layers.Dense(1, kernel_initializer="ones", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.head(self.dropout(inputs))


model = Dropped()
model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((32, 1)), np.ones((32, 1))
loss = model.fit(x, y, verbose=0).history["loss"][0]
print("loss:", loss)
assert loss == 0.0  # wrong: each input becomes 0 or 2, so each error is 1
