"""A cure: one row becomes a batch of one."""

# %% use
import keras
import numpy as np
from keras import ops

row = np.array([1.0, 2.0, 3.0])
outputs = keras.layers.Dense(1, kernel_initializer="ones")(row[np.newaxis])
print(ops.convert_to_numpy(outputs))
