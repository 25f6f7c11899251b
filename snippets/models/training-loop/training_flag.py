"""A mistake: without training=True, dropout drops nothing."""

# %% compare
import keras
import numpy as np
from keras import ops

keras.utils.set_random_seed(1)
model = keras.Sequential([keras.layers.Dropout(0.5)])
ones = ops.ones((1, 100))
plain = model(ones)
training = model(ones, training=True)
print("model(x):               ", np.unique(ops.convert_to_numpy(plain)))
print("model(x, training=True):", np.unique(ops.convert_to_numpy(training)))
