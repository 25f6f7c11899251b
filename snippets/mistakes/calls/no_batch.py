"""A mistake: one row without a batch around it."""

# %% use raises=ValueError
import keras
import numpy as np

row = np.array([1.0, 2.0, 3.0])
keras.layers.Dense(1)(row)
