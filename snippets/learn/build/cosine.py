"""A layer that counts the features of its input by itself."""

# %% define
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
        """Create one direction for each unit."""
        features = input_shape[-1]
        self.kernel = self.add_weight(
            shape=(features, self.units), name="kernel"
        )

    def call(self, inputs):
        """Return the cosine similarity to each direction."""
        return ops.matmul(unit(inputs, axis=-1), unit(self.kernel, axis=0))


# %% train
keras.utils.set_random_seed(1)
hours = np.random.default_rng(1).uniform(0.1, 10.0, size=(64, 3))
bands = np.array([[0.6, 0.0], [0.8, 0.8], [0.0, 0.6]])
lengths = np.sqrt(np.sum(hours**2, axis=1, keepdims=True))
liking = (hours / lengths) @ bands

cosine = Cosine(2)
model = keras.Sequential([keras.Input((3,)), cosine])
model.compile(keras.optimizers.Adam(0.1), loss="mse")
model.fit(hours, liking, batch_size=8, epochs=60, verbose=0, shuffle=False)

listeners = np.array([[3.0, 4.0, 0.0], [30.0, 40.0, 0.0]])
print(model.predict(listeners, verbose=0).round(2))

# %% sizes
print("kernel:", tuple(cosine.kernel.shape))

deeper = Cosine(2)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16), deeper])
print("kernel after Dense(16):", tuple(deeper.kernel.shape))
