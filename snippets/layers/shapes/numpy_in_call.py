"""A mistake: NumPy inside call()."""
# backends: tensorflow jax

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Median(keras.layers.Layer):
    """Median of each row."""

    def call(self, inputs):
        """Map floats `(batch, columns)` to floats `(batch,)`."""
        return ops.median(inputs, axis=-1)


# Wrong on purpose: NumPy needs numbers, and there are none yet.
class NumpyMedian(keras.layers.Layer):
    """Median of each row, computed by NumPy."""

    def call(self, inputs):
        """Map floats `(batch, columns)` to floats `(batch,)`."""
        median = np.median(inputs, axis=-1)
        return ops.convert_to_tensor(median, dtype=self.compute_dtype)


# %% eager
rows = np.array([[1.0, 2.0, 9.0]])
for layer in (Median(), NumpyMedian()):
    print(layer.name, ops.convert_to_numpy(layer(rows)))

# %% symbolic raises=Exception
print(Median()(keras.Input((3,))).shape)
print(NumpyMedian()(keras.Input((3,))).shape)
