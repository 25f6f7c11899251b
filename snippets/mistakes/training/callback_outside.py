"""A mistake: a callback reads the weights of a model from outside, on JAX."""
# backends: jax

# %% use raises=TypeError
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np


class Kernels(keras.callbacks.Callback):
    """Note the kernel of a dense layer after each batch."""

    def __init__(self, outside):
        """Remember the model."""
        super().__init__()
        self.outside = outside
        self.kernels = []

    def on_train_batch_end(self, batch, logs=None):
        """Note the kernel."""
        self.kernels.append(self.outside.get_weights()[0].item())


x = np.ones((4, 1))
dense = keras.layers.Dense(1, kernel_initializer="zeros", use_bias=False)
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(optimizer=keras.optimizers.SGD(0.25), loss="mse")
model.fit(x, x, batch_size=2, callbacks=[Kernels(model)], verbose=0)
