"""A mistake: the method is called add_weight, without an s."""

# %% use raises=AttributeError
import keras

layer = keras.layers.Layer()
layer.add_weights(shape=(), name="scale")
