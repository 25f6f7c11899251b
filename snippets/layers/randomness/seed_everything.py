"""One seed for all that is random in a training run."""

# %% covers
import random

import keras
import numpy as np
from keras import ops


def draw():
    """Draw from each source of random numbers."""
    from_keras = ops.convert_to_numpy(keras.random.uniform(()))
    print(random.random(), np.random.rand(), from_keras)


for _ in range(2):
    keras.utils.set_random_seed(7)
    draw()

# %% train
rng = np.random.default_rng(0)
x = rng.normal(size=(64, 2)).astype("float32")
y = x[:, :1] * x[:, 1:]


def train():
    """Train a new model, and return the loss of each epoch."""
    model = keras.Sequential(
        [
            keras.Input((2,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss="mse")
    history = model.fit(x, y, epochs=3, batch_size=16, verbose=0)
    return [round(loss, 3) for loss in history.history["loss"]]


keras.utils.set_random_seed(7)
print("seeded:      ", train())
print("not again:   ", train())
keras.utils.set_random_seed(7)
print("seeded again:", train())
