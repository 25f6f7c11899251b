"""A layer that forgets to cast back, and the test that finds it."""

# %% use raises=AssertionError
import keras
import numpy as np
from keras import ops


# breaks precision: what comes out is always float32.
@keras.saving.register_keras_serializable(package="guide")
class Norm(keras.layers.Layer):
    """Divide rows by their root mean square."""

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        x = ops.cast(inputs, "float32")
        return x * ops.rsqrt(ops.mean(ops.square(x), axis=-1, keepdims=True))


def test_outputs_are_of_the_compute_dtype():
    """The next layer should not have to cast."""
    layer = Norm(dtype="mixed_bfloat16")
    outputs = layer(np.ones((2, 3), dtype="float32"))
    found = keras.backend.standardize_dtype(outputs.dtype)
    assert found == layer.compute_dtype, f"{found}, not {layer.compute_dtype}"


test_outputs_are_of_the_compute_dtype()
