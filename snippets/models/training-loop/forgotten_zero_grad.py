"""A mistake: a loop in PyTorch that does not clear the gradients."""
# backends: torch

# %% define
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
model = keras.Sequential(
    [keras.Input((64,)), keras.layers.Dense(10, kernel_initializer="zeros")]
)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def largest_gradient():
    """Compute the gradients and return the largest of the kernel's."""
    loss_fn(y, model(x, training=True)).backward()
    return round(model.trainable_weights[0].value.grad.max().item(), 4)


# %% added
for _ in range(3):
    print(largest_gradient())

# %% cure
for _ in range(3):
    model.zero_grad()
    print(largest_gradient())
