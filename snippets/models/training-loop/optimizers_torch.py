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


def keras_update(model):
    """Return a function that updates the model with a Keras optimizer."""
    optimizer = keras.optimizers.SGD(learning_rate=0.5)

    @torch.no_grad()
    def update():
        gradients = [weight.value.grad for weight in model.trainable_weights]
        optimizer.apply(gradients, model.trainable_weights)

    return update


def torch_update(model):
    """Return a function that updates the model with a PyTorch optimizer."""
    return torch.optim.SGD(model.parameters(), lr=0.5).step


def train(make_update, constraint=None):
    """Return the loss of each of four steps, and the smallest weight."""
    dense = keras.layers.Dense(
        10, kernel_initializer="zeros", kernel_constraint=constraint
    )
    model = keras.Sequential([keras.Input((64,)), dense])
    update = make_update(model)
    losses = []
    for _ in range(4):
        loss = loss_fn(y, model(x, training=True))
        model.zero_grad()
        loss.backward()
        update()
        losses.append(round(loss.item(), 3))
    return losses, round(float(dense.kernel.numpy().min()), 3)


# %% plain
print("Keras:  ", train(keras_update))
print("PyTorch:", train(torch_update))

# %% constraint
print("Keras:  ", train(keras_update, constraint="non_neg"))
print("PyTorch:", train(torch_update, constraint="non_neg"))
