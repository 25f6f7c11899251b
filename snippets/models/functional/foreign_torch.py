"""A PyTorch function in a functional model: only inside a layer."""
# backends: torch

# %% layer
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch


@keras.saving.register_keras_serializable(package="guide")
class Sorted(keras.layers.Layer):
    """Sort each row, by a function of PyTorch."""

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        return torch.sort(inputs, dim=-1).values


inputs = keras.Input((3,))
model = keras.Model(inputs, Sorted()(inputs))
print(model.predict(np.array([[3.0, 1.0, 2.0]]), verbose=0))
