"""A mistake: add_loss() of a functional model."""

# %% use raises=NotImplementedError
import keras
from keras import ops

inputs = keras.Input((3,))
hidden = keras.layers.Dense(2)(inputs)
model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
model.add_loss(ops.mean(ops.square(hidden)))
