"""The cure: ops.shape() gives the batch size of the moment."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MergeAxes(keras.layers.Layer):
    """Merge the first two axes into one."""

    def call(self, inputs):
        """Map floats `(batch, steps, …)` to `(batch * steps, …)`."""
        batch, steps, *rest = ops.shape(inputs)
        return ops.reshape(inputs, (batch * steps, *rest))


# %% use
inputs = keras.Input((5, 3))
outputs = MergeAxes()(inputs)
print(outputs.shape)

model = keras.Model(inputs, outputs)
print(tuple(model(np.ones((2, 5, 3))).shape))
print(tuple(model(np.ones((7, 5, 3))).shape))
