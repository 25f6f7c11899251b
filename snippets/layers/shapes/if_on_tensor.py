"""A mistake: a Python `if` that looks at a tensor."""
# backends: tensorflow jax

# %% define
import keras
import numpy as np
from keras import ops


# Wrong on purpose: there is no number to look at yet.
class Calm(keras.layers.Layer):
    """Halve the inputs if one of them is larger than ten."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        if ops.max(inputs) > 10.0:
            return inputs / 2.0
        return inputs


# %% eager
print(ops.convert_to_numpy(Calm()(np.array([[4.0, 16.0]]))))
print(ops.convert_to_numpy(Calm()(np.array([[4.0, 8.0]]))))

# %% fit raises=Exception
model = keras.Sequential([keras.layers.Dense(1), Calm()])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
