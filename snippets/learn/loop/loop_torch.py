"""A training loop in PyTorch that looks at each gradient."""
# backends: torch

# %% data
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch

kilos = np.tile([[1.0], [2.0], [3.0], [4.0]], (8, 1)).astype("float32")
prices = 3.0 * kilos
prices[21] = 600.0  # 6.0 would be right

dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), dense])
loss_fn = keras.losses.MeanSquaredError()
optimizer = keras.optimizers.SGD(0.02)


# %% step
def loss_and_gradients(x, y):
    """Return the loss of a batch, and one gradient for each weight."""
    model.zero_grad()
    loss = loss_fn(y, model(x, training=True)) + sum(model.losses)
    loss.backward()
    weights = model.trainable_variables
    return loss.detach(), [weight.value.grad for weight in weights]


# %% loop
for epoch in range(10):
    for start in range(0, 32, 4):
        rows = slice(start, start + 4)
        loss, gradients = loss_and_gradients(kilos[rows], prices[rows])
        size = float(keras.ops.norm(gradients[0]))
        if size > 100.0:
            print(f"skip rows {start} to {start + 3}: gradient {size:.0f}")
            continue
        with torch.no_grad():
            optimizer.apply(gradients, model.trainable_variables)
    print(f"epoch {epoch + 1}: loss {float(loss):.2f}")
    if float(loss) < 0.001:
        break

price = keras.ops.convert_to_numpy(dense.kernel).item()
print(f"price of a kilo: {price:.2f}")
