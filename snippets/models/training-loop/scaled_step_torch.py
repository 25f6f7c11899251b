"""A training loop of one's own in mixed_float16: the loss has to be scaled."""
# backends: torch

# %% setup
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch
from keras import ops

# One error among a million outputs has a gradient too small for float16.
x = np.ones((256, 1), dtype="float32")
y = np.full((256, 4096), 0.01, dtype="float32")
loss_function = keras.losses.MeanSquaredError()


def new_model():
    """Return a model that puts out zeros, and would have to put out 0.01."""
    dense = keras.layers.Dense(
        4096, kernel_initializer="zeros", use_bias=False, dtype="mixed_float16"
    )
    return keras.Sequential([keras.Input((1,)), dense])


# %% loop
def train(optimizer, scale=True):
    """Train a model for five steps, and return what it puts out."""
    model = new_model()
    optimizer.build(model.trainable_variables)
    for _ in range(5):
        model.zero_grad()
        loss = loss_function(y, model(x, training=True))
        if scale:
            loss = optimizer.scale_loss(loss)
        loss.backward()
        gradients = [each.value.grad for each in model.trainable_variables]
        with torch.no_grad():
            optimizer.apply(gradients, model.trainable_variables)
    return model(x)[0, 0]


# %% compare
def show(label, number):
    """Print the tensor `number` with four digits."""
    print(f"{label:35}", ops.convert_to_numpy(number).round(4))


scaling = keras.optimizers.LossScaleOptimizer
show("plain optimizer:", train(keras.optimizers.SGD(1000.0)))
show(
    "scaling optimizer, loss not scaled:",
    train(scaling(keras.optimizers.SGD(1000.0)), scale=False),
)
show(
    "scaling optimizer, scaled loss:",
    train(scaling(keras.optimizers.SGD(1000.0))),
)
