"""A cure: the model is called before its weights are loaded."""

# %% use
import keras
import numpy as np

trained = keras.Sequential([keras.layers.Dense(1)])
trained(np.ones((1, 3)))
trained.save_weights("model.weights.h5")

model = keras.Sequential([keras.layers.Dense(1)])
model(np.ones((1, 3)))
model.load_weights("model.weights.h5")
pairs = zip(model.get_weights(), trained.get_weights(), strict=True)
print("same weights:", all((one == other).all() for one, other in pairs))
