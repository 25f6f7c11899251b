"""A list goes by position, a dictionary by name."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Minus(keras.layers.Layer):
    """Subtract the second input from the first, whatever holds them."""

    def call(self, inputs):
        """Map two floats of one shape to floats of this shape."""
        if isinstance(inputs, dict):
            return inputs["title"] - inputs["body"]
        first, second = inputs
        return first - second


three, one = np.full((1, 2), 3.0), np.full((1, 2), 1.0)
title = keras.Input((2,), name="title")
body = keras.Input((2,), name="body")
by_list = keras.Model([title, body], Minus()([title, body]))
both = {"title": title, "body": body}
by_name = keras.Model(both, Minus()(both))

for label, model, data in (
    ("list, list", by_list, [three, one]),
    ("list, swapped", by_list, [one, three]),
    ("list, dict", by_list, {"body": one, "title": three}),
    ("dict, dict", by_name, {"body": one, "title": three}),
):
    print(f"{label:14}", model.predict(data, verbose=0))
