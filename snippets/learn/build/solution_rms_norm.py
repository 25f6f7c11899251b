"""A solution: a scale for each feature, and a sum in float32."""

# %% solve
import keras
import numpy as np
from keras import ops


class RMSNorm(keras.layers.Layer):
    """Divide each row by its root mean square, then scale each feature."""

    def __init__(self, epsilon=1e-6, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon

    def build(self, input_shape):
        """Create one scale for each feature."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Return an array of the shape of the inputs."""
        # In float32, because half precision cannot hold the square of 300.
        full = ops.cast(inputs, "float32")
        squares = ops.mean(ops.square(full), axis=-1, keepdims=True)
        normed = full * ops.rsqrt(squares + self.epsilon)
        return ops.cast(normed, inputs.dtype) * self.scale


# %% check
def loss(weights):
    """Return the loss of Dense and RMSNorm, computed by NumPy."""
    rows, scale = x @ weights[:4].reshape(2, 2), weights[4:]
    squares = np.mean(rows**2, axis=-1, keepdims=True)
    return np.mean((rows / np.sqrt(squares + 1e-6) * scale - y) ** 2)


x, y = np.array([[1.0, 2.0], [-3.0, 1.0]]), np.array([[0.0, 1.0], [2.0, 0.0]])
dense = keras.layers.Dense(2, kernel_initializer="identity", use_bias=False)
model = keras.Sequential([keras.Input((2,)), dense, RMSNorm()])
wanted = [[0.632, 1.265], [-1.342, 0.447]]  # 1 / sqrt(2.5) is 0.632
found = ops.convert_to_numpy(model(x))
assert np.allclose(found, wanted, atol=1e-3), f"{wanted} wanted, not {found}"

model.compile(keras.optimizers.SGD(1.0), loss="mse")
model.fit(x, y, verbose=0)  # moves each weight by minus its gradient
moved = [ops.convert_to_numpy(weight).ravel() for weight in model.weights]
assert len(moved) == 2, "one weight is wanted, with a scale for each feature"
start = np.array([1.0, 0.0, 0.0, 1.0, 1.0, 1.0])  # the kernel, then the scale
steps = 1e-4 * np.eye(6)
gradient = [(loss(start + h) - loss(start - h)) / 2e-4 for h in steps]
found = start - np.concatenate(moved)
assert np.allclose(found, gradient, atol=1e-3), f"{gradient}, not {found}"

half = ops.convert_to_numpy(RMSNorm(dtype="float16")(300.0 * x))
assert np.allclose(half, wanted, atol=1e-2), f"in float16, {half} came"
print("gradient of the scale:", found[4:].round(2))
