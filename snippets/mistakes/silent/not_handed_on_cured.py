"""The cure: hand `training` on to each layer that takes it."""
# backends: jax

# %% use
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """Drop nearly all inputs while training, then add up the rest."""

    def __init__(self, **kwargs):
        """Create both layers; the dense one adds, as all its weights are 1."""
        super().__init__(**kwargs)
        policy = self.dtype_policy
        self.drop = keras.layers.Dropout(0.9999, seed=1, dtype=policy)
        self.total = keras.layers.Dense(
            1, kernel_initializer="ones", dtype=policy
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.total(self.drop(inputs, training=training))


model = Net()
model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse")
history = model.fit(np.ones((32, 4)), np.zeros((32, 1)), verbose=0).history
print("loss with nearly all inputs dropped:", history["loss"][0])
assert history["loss"][0] == 0.0
