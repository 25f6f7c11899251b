"""A cure: a file of weights ends in .weights.h5."""

# %% use
import pathlib

import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.save_weights("model.weights.h5")
print("saved:", pathlib.Path("model.weights.h5").is_file())
