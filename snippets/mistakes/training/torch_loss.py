"""A mistake: a loss object of PyTorch in a model that is saved."""
# backends: torch

# %% use raises=TypeError
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss=torch.nn.MSELoss())
model.fit(np.ones((4, 3)), np.ones((4, 1)), verbose=0)
model.save("net.keras")
