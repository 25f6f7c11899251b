"""A mistake: add_metric() is gone from Keras 3."""

# %% use raises=NotImplementedError
import keras
from keras import ops

inputs = keras.Input((3,))
outputs = keras.layers.Dense(1)(inputs)
model = keras.Model(inputs, outputs)
model.add_metric(ops.mean(outputs), name="mean")
