"""A mistake: a loss that is a Python number."""

# %% use raises=ValueError
import keras

layer = keras.layers.Layer()
layer.add_loss(0.1)
