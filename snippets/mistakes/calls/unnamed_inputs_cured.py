"""A cure: the inputs have the names of the keys."""

# %% use
import keras
import numpy as np

title = keras.Input((3,), name="title")
body = keras.Input((3,), name="body")
model = keras.Model([title, body], keras.layers.Subtract()([title, body]))
row = np.ones((1, 3))
print(model.predict({"title": 3.0 * row, "body": row}, verbose=0))
print(model.predict({"body": row, "title": 3.0 * row}, verbose=0))
