"""A gradient of your own, with keras.ops.custom_gradient."""

# %% define
import keras
import numpy as np
from keras import ops


@ops.custom_gradient
def reverse(x):
    """Return x; turn the gradient around."""

    def backward(*args, upstream=None):
        """Return the gradient by x; PyTorch passes it as a keyword."""
        upstream = args[0] if upstream is None else upstream
        return -upstream

    return x * 1.0, backward


@keras.saving.register_keras_serializable(package="guide")
class Reversed(keras.layers.Layer):
    """Return the inputs; what lies before learns the opposite."""

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        return reverse(inputs)


# %% fit
before = keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
after = keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
model = keras.Sequential([keras.Input((1,)), before, Reversed(), after])
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
x = np.ones((8, 1), dtype="float32")
model.train_on_batch(x, 2.0 * x)
print("before:", before.kernel.numpy().round(3))
print("after: ", after.kernel.numpy().round(3))
