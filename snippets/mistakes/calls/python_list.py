"""A mistake: a Python list of numbers as the input of a layer."""

# %% use raises=ValueError
import keras

keras.layers.ReLU()([[-1.0, 2.0]])
