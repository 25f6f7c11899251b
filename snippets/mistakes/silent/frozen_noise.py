"""A mistake: an integer as seed draws the same numbers in each call."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Noise(keras.layers.Layer):
    """Add noise while training."""

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        if not training:
            return inputs
        shape = ops.shape(inputs)
        noise = keras.random.normal(shape, dtype=self.compute_dtype, seed=7)
        return inputs + noise


layer = Noise()
x = np.zeros((1, 8), dtype="float32")
first, second = (
    ops.convert_to_numpy(layer(x, training=True)) for _ in range(2)
)
print("the same noise twice:", np.array_equal(first, second))
assert np.array_equal(first, second)  # wrong: it is no noise any more
