"""A mistake: nobody uses what the layer with the loss returns."""
# backends: tensorflow torch

# %% use raises=ValueError
import keras
import numpy as np

inputs = keras.Input((3,))
hidden = keras.layers.Dense(2)(inputs)
keras.layers.ActivityRegularization(l2=1.0)(hidden)
model = keras.Model(inputs, hidden)
model.compile(optimizer="sgd")
model.fit(np.ones((4, 3)), verbose=0)
