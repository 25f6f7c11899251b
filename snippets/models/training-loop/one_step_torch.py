"""One training step by hand in PyTorch: loss, gradients, update."""
# backends: torch

# %% data
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch
from sklearn.datasets import load_digits

digits = load_digits()
x = digits.data.astype("float32") / 16.0
y = digits.target
print("images:", x.shape, "labels:", y.shape)

# %% loss
model = keras.Sequential(
    [keras.Input((64,)), keras.layers.Dense(10, kernel_initializer="zeros")]
)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

loss = loss_fn(y, model(x, training=True))
print("loss before:", round(loss.item(), 3))

# %% gradients
model.zero_grad()
loss.backward()
gradients = [weight.value.grad for weight in model.trainable_weights]
for weight, gradient in zip(model.trainable_weights, gradients, strict=True):
    print(weight.name, tuple(weight.shape), tuple(gradient.shape))

# %% update
optimizer = keras.optimizers.SGD(learning_rate=0.5)
with torch.no_grad():
    optimizer.apply(gradients, model.trainable_weights)
loss = loss_fn(y, model(x, training=True))
print("loss after:", round(loss.item(), 3))
