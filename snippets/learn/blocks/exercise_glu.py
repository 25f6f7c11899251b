"""Exercise: write a gated linear unit."""

# %% start
import keras
import numpy as np


class GLU(keras.layers.Layer):
    """Multiply one dense layer by the sigmoid of another."""

    def __init__(self, units, **kwargs):
        """Create the children."""
        super().__init__(**kwargs)
        self.units = units

    def call(self, inputs):
        """Map numbers `(batch, features)` to numbers `(batch, units)`."""
        return inputs


# %% check raises=AssertionError
row = np.array([[1, 2, 3]], "float32")
layer = GLU(1)
shape = tuple(layer(row).shape)
assert shape == (1, 1), f"GLU(1) makes one number of a row, not {shape}"
assert len(layer.weights) == 4, "two Dense children have 4 weights"
for child, start in ((layer.linear, 1.0), (layer.gate, 0.0)):
    child.kernel.assign(np.full((3, 1), start))
model = keras.Sequential([keras.Input((3,)), layer])
output = model.predict(row, verbose=0).item()
assert output == 3.0, f"6 times sigmoid(0) is 3, not {output}"

# The target is 0.5 above the output, so the loss has the gradient -1 there,
# and one step adds to each weight the gradient of the output.
model.compile(keras.optimizers.SGD(1.0), loss="mse")
model.fit(row, np.array([[3.5]]), verbose=0)
moved = (layer.linear.kernel.numpy() - 1.0).ravel()
assert np.allclose(moved, [0.5, 1, 1.5]), f"gradient of linear: {moved}"
moved = layer.gate.kernel.numpy().ravel()
assert np.allclose(moved, [1.5, 3, 4.5]), f"gradient of gate: {moved}"
print("output:", output, "- gradient of gate:", moved)
