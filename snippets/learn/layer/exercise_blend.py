"""Exercise: one column out of many, with shares that are learned."""

# %% start
import keras
import numpy as np
from keras import ops


class Blend(keras.layers.Layer):
    """Average the columns with learned shares that add up to one."""

    def __init__(self, features, **kwargs):
        super().__init__(**kwargs)

    def call(self, inputs):
        """Map an array (batch, features) to an array (batch, 1)."""
        return inputs


# %% check raises=AssertionError
x = np.array([[3.0, 6.0, 0.0], [1.0, 2.0, 9.0]])
y = np.array([[4.0], [3.0]])
blend = Blend(3)
model = keras.Sequential([keras.Input((3,)), blend])
before = ops.convert_to_numpy(model(x))
assert before.shape == (2, 1), f"shape (2, 1) is wanted, not {before.shape}"
assert np.allclose(before, [[3], [4]]), f"equal shares at first, not {before}"
assert len(blend.weights) == 1, f"1 weight, not {len(blend.weights)}"

# One step of SGD with learning rate 1 moves a weight by minus its gradient.
scores = blend.weights[0].numpy()
model.compile(keras.optimizers.SGD(1.0), loss="mse")
model.fit(x, y, verbose=0)
gradient = scores - blend.weights[0].numpy()
wanted = np.mean(2 * (before - y) * (x - before) / 3, axis=0)
assert np.allclose(gradient, wanted, atol=1e-3), f"{wanted}, not {gradient}"

shares = np.exp(blend.weights[0].numpy())
shares /= np.sum(shares)
after = ops.convert_to_numpy(model(x))
assert np.allclose(after, x @ shares[:, None], atol=1e-3), "no softmax"
print("gradient:", gradient.round(2), "shares:", shares.round(2))
