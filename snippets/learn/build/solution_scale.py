"""A solution: one more weight, created in build()."""

# %% solve
import keras
import numpy as np
from keras import ops


def unit(vectors, axis):
    """Divide vectors by their length."""
    # In float32, because half precision cannot hold the square of 300.
    full = ops.cast(vectors, "float32")
    squares = ops.sum(ops.square(full), axis=axis, keepdims=True)
    return ops.cast(full * ops.rsqrt(squares + 1e-6), vectors.dtype)


class Cosine(keras.layers.Layer):
    """Score each row by its direction, and not by its length."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        """Create one direction and one scale for each unit."""
        features = input_shape[-1]
        self.kernel = self.add_weight(
            shape=(features, self.units), name="kernel"
        )
        self.scale = self.add_weight(
            shape=(self.units,), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Return the cosine similarity to each direction, times its scale."""
        cosines = ops.matmul(unit(inputs, axis=-1), unit(self.kernel, axis=0))
        return cosines * self.scale


# %% check
rows = np.array([[3.0, 4.0, 0.0], [0.3, 0.4, 0.0]])
cosine = Cosine(2)
before = ops.convert_to_numpy(cosine(rows))
names = [weight.name for weight in cosine.weights]
assert names == ["kernel", "scale"], f"kernel and scale, not {names}"

assert np.abs(before).max() <= 1.001, "a new scale must be 1"
cosine.scale.assign([1.0, 10.0])
after = ops.convert_to_numpy(cosine(rows))
wanted = before * np.array([1.0, 10.0])
assert np.allclose(after, wanted, atol=1e-3), f"{wanted} wanted, not {after}"
print("after / before:", (after / before)[0].round(2))
