"""A mistake: the layer behind a placeholder, as in Keras 2."""

# %% use raises=AttributeError
import keras

x = keras.layers.Dense(2, name="head")(keras.Input((3,)))
print(x._keras_history.layer.name)
