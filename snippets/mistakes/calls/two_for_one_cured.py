"""A cure: join the tensors first."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Fuse(keras.layers.Layer):
    """Map two inputs to two numbers."""

    def __init__(self, **kwargs):
        """Create the child."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(2, name="dense", **shared)

    def build(self, input_shape):
        """Build the child for the width of both inputs together."""
        left_shape, right_shape = input_shape
        self.dense.build((left_shape[0], left_shape[-1] + right_shape[-1]))

    def call(self, inputs):
        """Map floats `(batch, m)`, `(batch, n)` to floats `(batch, 2)`."""
        return self.dense(ops.concatenate(inputs, axis=-1))


fuse = Fuse(name="fuse")
print(fuse([keras.Input((3,)), keras.Input((3,))]).shape)
print("kernel:", fuse.dense.kernel.shape)
