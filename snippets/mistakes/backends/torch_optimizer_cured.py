"""The cure: the model is built before the optimizer is made."""
# backends: torch

# %% use
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch


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
model(keras.Input((3,)))
optimizer = torch.optim.Adam(model.parameters())
print([tuple(each.shape) for each in optimizer.param_groups[0]["params"]])
