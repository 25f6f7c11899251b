"""A mistake: a dictionary of data for inputs without names."""

# %% use raises=ValueError
import keras
import numpy as np

title, body = keras.Input((3,)), keras.Input((3,))
model = keras.Model([title, body], keras.layers.Subtract()([title, body]))
row = np.ones((1, 3))
model.predict({"title": 3.0 * row, "body": row}, verbose=0)
