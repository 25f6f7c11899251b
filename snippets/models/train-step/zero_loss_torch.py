"""A mistake: a step that returns its loss and forgets the trackers."""
# backends: torch

# %% define
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch


@keras.saving.register_keras_serializable(package="guide")
class Line(keras.Model):
    """A dense layer, with a step of its own."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="zeros", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, data):
        """Update the weights for one batch and return its loss."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        self.zero_grad()
        loss = self.compute_loss(x, y, self(x, training=True), sample_weight)
        loss.backward()
        variables = self.trainable_variables
        with torch.no_grad():
            self.optimizer.apply([v.value.grad for v in variables], variables)
        return {"loss": loss}


# %% fit
x = np.linspace(-1.0, 1.0, 64).reshape(-1, 1)
model = Line()
model.compile(optimizer="sgd", loss="mse")
history = model.fit(x, 5.0 * x, epochs=3, verbose=0).history
print("fit says:     ", history["loss"])
print("evaluate says:", round(model.evaluate(x, 5.0 * x, verbose=0), 2))
