"""A mistake: a wrapped module of PyTorch is compiled like a model."""
# backends: torch

# %% use raises=TypeError
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch

layer = keras.layers.TorchModuleWrapper(torch.nn.Linear(3, 1))
layer.compile(optimizer="sgd", loss="mse")
