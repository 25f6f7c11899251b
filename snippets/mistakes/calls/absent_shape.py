"""A mistake: an input may be absent, its shape may not."""

# %% use raises=TypeError
import keras
import numpy as np


# Wrong on purpose: without a memory, build() does not get its shape.
class Decoder(keras.layers.Layer):
    """Map features to four numbers, and add a memory if there is one."""

    def __init__(self, **kwargs):
        """Create the child."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(4, **shared)

    def build(self, inputs_shape, memory_shape):
        """Create the weights of the child."""
        self.dense.build(inputs_shape)

    def call(self, inputs, memory=None):
        """Map floats `(batch, size)`, `(batch, 4)` to floats `(batch, 4)`."""
        outputs = self.dense(inputs)
        return outputs if memory is None else outputs + memory


decoder = Decoder()
decoder(np.ones((2, 3)))
