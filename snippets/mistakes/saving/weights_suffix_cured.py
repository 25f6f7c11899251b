"""A cure: a file of weights ends in .weights.h5."""

# %% use
import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.save_weights("model.weights.h5")
model.load_weights("model.weights.h5")
print("saved, and loaded again")
