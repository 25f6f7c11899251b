"""A mistake: a file of weights that ends in .h5 alone."""

# %% use raises=ValueError
import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.save_weights("model.h5")
