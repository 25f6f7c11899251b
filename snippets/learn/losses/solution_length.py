"""Solution: keep each row of a code near length 1."""

# %% solve
import keras
import numpy as np


class UnitLengthPenalty(keras.layers.Layer):
    """Pass the inputs on, and add a penalty for rows not of length 1."""

    def __init__(self, rate, **kwargs):
        """Keep the rate of the penalty."""
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs):
        """Return the inputs, numbers `(batch, features)`, as they are."""
        squares = keras.ops.square(keras.ops.cast(inputs, "float32"))
        excess = keras.ops.sum(squares, axis=-1) - 1.0
        self.add_loss(self.rate * keras.ops.mean(keras.ops.square(excess)))
        return inputs


# %% check
layer = UnitLengthPenalty(rate=0.5)
rows = np.array([[3.0, 0.0], [0.0, 1.0]], "float32")
outputs = keras.ops.convert_to_numpy(layer(rows))
assert np.array_equal(outputs, rows), f"outputs are the inputs, not {outputs}"
found = float(sum(layer.losses))
assert found == 16.0, f"half the mean of 64 and 0 is 16, not {found}"

# The targets are the outputs, so all gradients come from the penalty, and
# one step moves each weight by minus its gradient.
dense = keras.layers.Dense(2, kernel_initializer="ones", use_bias=False)
model = keras.Sequential([keras.Input((1,)), dense, layer])
model.compile(keras.optimizers.SGD(1.0), loss="mse")
model.fit(np.array([[1.0]]), np.array([[1.0, 1.0]]), verbose=0)
gradient = (1.0 - dense.kernel.numpy()).ravel()
assert np.allclose(gradient, 2.0), f"the gradients are 2 and 2, not {gradient}"
print("penalty:", found, "- gradient:", gradient)
