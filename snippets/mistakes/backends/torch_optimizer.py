"""A mistake: an optimizer of PyTorch for a model without weights."""
# backends: torch

# %% use raises=ValueError
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch


# Wrong on purpose: this program never calls the model.
@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """A dense layer in a model."""

    def __init__(self, **kwargs):
        """Create the layer."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)


model = Net()
optimizer = torch.optim.Adam(model.parameters())
