"""The gradient of a prediction by its inputs: PyTorch."""
# backends: torch

# %% use
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.set_weights([np.array([[2.0], [0.0], [-1.0]]), np.zeros(1)])
x = keras.ops.ones((2, 3)).requires_grad_()

total = keras.ops.sum(model(x))
print(keras.ops.convert_to_numpy(*torch.autograd.grad(total, x)))
