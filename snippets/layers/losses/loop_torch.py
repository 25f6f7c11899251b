"""One step of a hand-written loop with the losses of layers: PyTorch."""
# backends: torch

# %% define
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch

x, y = np.ones((8, 3), "float32"), np.ones((8, 1), "float32")
regularizer = keras.regularizers.L2(0.5)
dense = keras.layers.Dense(
    1, kernel_initializer="ones", activity_regularizer=regularizer
)
model = keras.Sequential([keras.Input((3,)), dense])
loss_fn = keras.losses.MeanSquaredError()
optimizer = keras.optimizers.SGD(learning_rate=0.01)

# %% step
loss = loss_fn(y, model(x, training=True))
total = loss + sum(model.losses)
model.zero_grad()
total.backward()
gradients = [weight.value.grad for weight in model.trainable_weights]
with torch.no_grad():
    optimizer.apply(gradients, model.trainable_weights)

print("loss:", loss.item(), "- total:", total.item())
print("kernel:", dense.kernel.numpy().ravel().round(2))
