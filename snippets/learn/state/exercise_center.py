"""Exercise: subtract a mean that follows the data."""

# %% start
import keras
import numpy as np
from keras import ops


class Center(keras.layers.Layer):
    """Subtract a running mean from each feature."""

    def __init__(self, features, momentum=0.9, **kwargs):
        super().__init__(**kwargs)
        self.features = features
        self.momentum = momentum

    def call(self, inputs):
        """Return an array of the shape of the inputs."""
        return inputs


# %% check raises=AssertionError
x, y = np.array([[2.0, 0.0], [6.0, 4.0]]), np.array([[0.0], [5.0]])
outputs = ops.convert_to_numpy(Center(2, momentum=0.5)(x))
wanted = [[0.0, -1.0], [4.0, 3.0]]  # the new mean is [2, 1]
assert np.allclose(outputs, wanted), f"outputs {wanted}, not {outputs}"

center = Center(2, momentum=0.5)
first = keras.layers.Dense(2, kernel_initializer="identity", use_bias=False)
last = keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
model = keras.Sequential([keras.Input((2,)), first, center, last])
model.compile(keras.optimizers.SGD(1.0), loss="mse")
model.fit(x, y, verbose=0)  # moves each weight by minus its gradient

mean = ops.convert_to_numpy(center.mean)
assert np.allclose(mean, [2.0, 1.0]), f"the mean is [2, 1], not {mean}"
assert not center.trainable_weights, "no gradient may change the mean"
gradient = np.ones((2, 1)) - ops.convert_to_numpy(last.kernel)
assert np.allclose(gradient, [[8], [7]]), f"after it: 8 and 7, not {gradient}"
gradient = np.eye(2) - ops.convert_to_numpy(first.kernel)
wanted = [[10, 10], [8, 8]]  # with a mean that is a constant
assert np.allclose(gradient, wanted), f"before it: {wanted}, not {gradient}"
print("mean:", mean)
