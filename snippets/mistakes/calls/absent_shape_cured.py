"""A cure: the shape has the default that the input has."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Decoder(keras.layers.Layer):
    """Map features to four numbers, and add a memory if there is one."""

    def __init__(self, **kwargs):
        """Create the child."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(4, **shared)

    def build(self, inputs_shape, memory_shape=None):
        """Create the weights of the child."""
        self.dense.build(inputs_shape)

    def call(self, inputs, memory=None):
        """Map floats `(batch, size)`, `(batch, 4)` to floats `(batch, 4)`."""
        outputs = self.dense(inputs)
        return outputs if memory is None else outputs + memory

    def compute_output_shape(self, inputs_shape, memory_shape=None):
        """Return the shape of the outputs, with a memory or without."""
        return (*inputs_shape[:-1], 4)


decoder = Decoder()
alone = decoder(np.ones((2, 3)))
both = decoder(np.ones((2, 3)), np.ones((2, 4)))
print(keras.ops.shape(alone), keras.ops.shape(both))
print("added:", keras.ops.convert_to_numpy(both - alone)[0].round(3))
