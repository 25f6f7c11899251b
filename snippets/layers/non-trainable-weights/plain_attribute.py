"""A mistake: state in a Python attribute, which a graph does not see."""

# %% define
import keras
import numpy as np
from keras import ops


class CountCalls(keras.layers.Layer):
    """Pass the inputs on and count the calls, in an attribute."""

    def __init__(self, **kwargs):
        """Start from zero."""
        super().__init__(**kwargs)
        self.calls = 0

    def call(self, inputs):
        """Return the inputs, of any shape, as they are."""
        self.calls = self.calls + 1
        return inputs


# %% by-hand
counter = CountCalls()
for _ in range(5):
    counter(ops.ones((2, 2)))
print("5 calls, counted:", counter.calls)

# %% predict
counter = CountCalls()
model = keras.Sequential([keras.Input((2,)), counter])
# Creating the model called the layer once already, without data.
counter.calls = 0
model.predict(np.ones((10, 2), "float32"), batch_size=2, verbose=0)
print("5 batches, counted:", counter.calls)
