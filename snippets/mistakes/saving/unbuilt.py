"""A mistake: weights are loaded into a model that has none yet."""

# %% use raises=ValueError
import keras
import numpy as np

trained = keras.Sequential([keras.layers.Dense(1)])
trained(np.ones((1, 3)))
trained.save_weights("model.weights.h5")

model = keras.Sequential([keras.layers.Dense(1)])
model.load_weights("model.weights.h5")
