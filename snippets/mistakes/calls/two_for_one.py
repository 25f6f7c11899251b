"""A mistake: a list of two tensors for a layer that takes one."""

# %% use raises=ValueError
import keras
import numpy as np


# Wrong on purpose: the dense layer takes one tensor.
class Fuse(keras.layers.Layer):
    """Map two inputs to two numbers."""

    def __init__(self, **kwargs):
        """Create the child."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(2, name="dense", **shared)

    def build(self, input_shape):
        """Create the weights of the child."""
        self.dense.build(input_shape[0])

    def call(self, inputs):
        """Map floats `(batch, m)`, `(batch, n)` to floats `(batch, 2)`."""
        return self.dense(inputs)


Fuse(name="fuse")([np.ones((1, 3)), np.ones((1, 3))])
