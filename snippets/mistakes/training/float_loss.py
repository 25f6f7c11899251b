"""A mistake: a loss that is a number of NumPy."""

# %% use raises=ValueError
import keras
import numpy as np

dense = keras.layers.Dense(1, kernel_initializer="ones")
dense.build((None, 3))
dense.add_loss(0.5 * np.sum(dense.kernel.numpy() ** 2))
