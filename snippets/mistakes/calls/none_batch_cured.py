"""A cure: the batch size comes from ops.shape()."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class AppendOne(keras.layers.Layer):
    """Append a column of ones."""

    def call(self, inputs):
        """Map floats `(batch, n)` to floats `(batch, n + 1)`."""
        ones = ops.ones((ops.shape(inputs)[0], 1), dtype=inputs.dtype)
        return ops.concatenate([inputs, ones], axis=-1)


inputs = keras.Input((3,))
model = keras.Model(inputs, AppendOne()(inputs))
print(model.output_shape)
print(model.predict(np.zeros((2, 3)), verbose=0))
