"""A mistake: a constant of the layer's own in float32, on TensorFlow."""
# backends: tensorflow

# %% define
import keras
import numpy as np
from keras import ops


# Wrong on purpose: the constant is not cast to the compute dtype.
@keras.saving.register_keras_serializable(package="guide")
class Gray(keras.layers.Layer):
    """Weighted sum of red, green and blue."""

    def __init__(self, **kwargs):
        """Keep the shares of the colours, which never change."""
        super().__init__(**kwargs)
        shares = np.array([0.299, 0.587, 0.114], dtype="float32")
        self.shares = ops.convert_to_tensor(shares)

    def call(self, inputs):
        """Map floats `(..., 3)` to floats `(..., 1)`."""
        return ops.sum(inputs * self.shares, axis=-1, keepdims=True)


# %% right
pixels = np.array([[1.0, 0.5, 0.0], [1.0, 1.0, 1.0]], dtype="float32")
print(ops.dtype(Gray()(pixels)))

# %% wrong raises=InvalidArgumentError
layer = Gray(dtype="mixed_float16")
print(layer.compute_dtype, "is what the layer should compute in")
print(ops.dtype(layer(pixels)), "comes out")
