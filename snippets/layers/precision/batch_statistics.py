"""Statistics in float32, whatever the layer computes in."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class RootMeanSquare(keras.layers.Layer):
    """Divide each row by the root of its mean square, then scale it.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def build(self, input_shape):
        """Create the scale for inputs of shape `(..., features)`."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        # The square of 300 is more than float16 can hold.
        wide = keras.backend.result_type(inputs.dtype, "float32")
        rows = ops.cast(inputs, wide)
        square = ops.mean(ops.square(rows), axis=-1, keepdims=True)
        rows = rows * ops.rsqrt(square + 1e-6)
        return ops.cast(rows, self.compute_dtype) * self.scale


# Wrong on purpose: the squares are too large for float16.
@keras.saving.register_keras_serializable(package="guide")
class NarrowRootMeanSquare(RootMeanSquare):
    """The same, computed in the compute dtype from end to end."""

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        square = ops.mean(ops.square(inputs), axis=-1, keepdims=True)
        return inputs * ops.rsqrt(square + 1e-6) * self.scale


# %% use
rows = np.array([[300.0, -300.0, 150.0]], dtype="float32")


def show(layer):
    """Print what comes out for one row."""
    outputs = ops.convert_to_numpy(layer(rows)).astype("float32")
    print(f"{layer.name:7} {layer.compute_dtype:8} {outputs.round(2)}")


for policy in ("float32", "mixed_float16"):
    show(RootMeanSquare(dtype=policy, name="right"))
    show(NarrowRootMeanSquare(dtype=policy, name="narrow"))
