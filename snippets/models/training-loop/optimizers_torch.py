"""The optimizers of Keras and of PyTorch make the same updates."""
# backends: torch

# %% define
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def train(with_keras, constraint=None):
    """Return the loss of each of four steps, and the smallest weight."""
    dense = keras.layers.Dense(
        10, kernel_initializer="zeros", kernel_constraint=constraint
    )
    model = keras.Sequential([keras.Input((64,)), dense])
    weights = model.trainable_weights
    keras_optimizer = keras.optimizers.SGD(learning_rate=0.5)
    torch_optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    losses = []
    for _ in range(4):
        loss = loss_fn(y, model(x, training=True))
        model.zero_grad()
        loss.backward()
        if with_keras:
            gradients = [weight.value.grad for weight in weights]
            with torch.no_grad():
                keras_optimizer.apply(gradients, weights)
        else:
            torch_optimizer.step()
        losses.append(round(loss.item(), 3))
    return losses, round(float(dense.kernel.numpy().min()), 3)


# %% plain
print("Keras:  ", train(with_keras=True))
print("PyTorch:", train(with_keras=False))

# %% constraint
print("Keras:  ", train(with_keras=True, constraint="non_neg"))
print("PyTorch:", train(with_keras=False, constraint="non_neg"))
