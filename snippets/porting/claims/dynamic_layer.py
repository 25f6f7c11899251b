"""A mistake: dynamic=True, which Keras 3 does not know."""

# %% use raises=ValueError
import keras

keras.layers.Layer(dynamic=True)
