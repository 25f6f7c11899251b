"""A mistake: the name of a weight is given by position."""

# %% use raises=ValueError
import keras

layer = keras.layers.Layer()
layer.add_weight("kernel", shape=(3, 2))
