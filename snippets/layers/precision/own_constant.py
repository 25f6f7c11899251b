"""A constant of the layer's own, cast where it is used."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Gray(keras.layers.Layer):
    """Weighted sum of red, green and blue.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, **kwargs):
        """Keep the shares of the colours, which never change."""
        super().__init__(**kwargs)
        self.shares = np.array([0.299, 0.587, 0.114], dtype="float32")

    def call(self, inputs):
        """Map floats `(..., 3)` to floats `(..., 1)`."""
        shares = ops.cast(self.shares, self.compute_dtype)
        return ops.sum(inputs * shares, axis=-1, keepdims=True)


# %% use
pixels = np.array([[1.0, 0.5, 0.0], [1.0, 1.0, 1.0]], dtype="float32")
for policy in ("float32", "mixed_float16", "mixed_bfloat16"):
    gray = Gray(dtype=policy)(pixels)
    values = ops.convert_to_numpy(ops.cast(gray, "float32")).ravel()
    print(f"{policy:15} {ops.dtype(gray):9} {values.round(4)}")
