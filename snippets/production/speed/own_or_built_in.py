"""Two layers of our own compute what two layers of Keras compute."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Linear(keras.layers.Layer):
    """Multiply by a matrix and add a vector."""

    def __init__(self, units, **kwargs):
        """Remember the number of outputs."""
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        """Create the weights for inputs of shape `(batch, features)`."""
        self.w = self.add_weight(shape=(input_shape[-1], self.units), name="w")
        self.b = self.add_weight(
            shape=(self.units,), initializer="zeros", name="b"
        )

    def call(self, inputs):
        """Return `(batch, units)`."""
        return ops.matmul(inputs, self.w) + self.b

    def get_config(self):
        """Return what it takes to make the layer again."""
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="guide")
class RMSNorm(keras.layers.Layer):
    """Scale each row to a root mean square of one."""

    def build(self, input_shape):
        """Create a factor for each feature."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Return the shape of the inputs."""
        # A mean of squares needs more digits than half precision has.
        wide = keras.backend.result_type(inputs.dtype, "float32")
        x = ops.cast(inputs, wide)
        x = x * ops.rsqrt(
            ops.mean(ops.square(x), axis=-1, keepdims=True) + 1e-6
        )
        return ops.cast(x, self.compute_dtype) * self.scale


# %% compare
x = np.random.default_rng(1).normal(size=(32, 16)).astype("float32")
pairs = [
    (Linear(8), keras.layers.Dense(8)),
    (RMSNorm(), keras.layers.RMSNormalization()),
]
for own, built_in in pairs:
    own(x), built_in(x)
    built_in.set_weights(own.get_weights())
    difference = ops.max(ops.abs(own(x) - built_in(x)))
    assert float(ops.convert_to_numpy(difference)) < 1e-5
    print(type(own).__name__, "computes what", type(built_in).__name__, "does")
