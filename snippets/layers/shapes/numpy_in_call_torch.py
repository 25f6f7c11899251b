"""A mistake: NumPy inside call(), where no gradient can pass."""
# backends: torch

# %% define
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
from keras import ops


# Wrong on purpose: NumPy does not know the dtype bfloat16 of PyTorch.
class NumpyMedian(keras.layers.Layer):
    """Median of each row, computed by NumPy."""

    def call(self, inputs):
        """Map floats `(batch, columns)` to floats `(batch,)`."""
        median = np.median(inputs, axis=-1)
        return ops.convert_to_tensor(median, dtype=self.compute_dtype)


# %% fit raises=RuntimeError
print(NumpyMedian()(keras.Input((3,))).shape)
model = keras.Sequential([keras.layers.Dense(3), NumpyMedian()])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((4, 2)), np.ones((4,)), verbose=0)
