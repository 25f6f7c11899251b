"""A mistake: a Python `if` on a tensor, in a layer that fit() compiles."""
# backends: tensorflow jax

# %% define
import keras
import numpy as np
from keras import ops


# Wrong on purpose: there is no number to look at yet.
class Shrink(keras.layers.Layer):
    """Halve the inputs if one of them is larger than ten."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs / 2.0 if ops.max(inputs) > 10.0 else inputs


print(ops.convert_to_numpy(Shrink()(np.array([[4.0, 16.0]]))))

# %% use raises=Exception
model = keras.Sequential([Shrink(), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
