"""A cure: the list becomes an array before the call."""

# %% use
import keras
import numpy as np
from keras import ops

outputs = keras.layers.ReLU()(np.array([[-1.0, 2.0]]))
print(ops.convert_to_numpy(outputs))
