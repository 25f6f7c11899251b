"""A cure: the constant has the dtype of the computation."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Shift(keras.layers.Layer):
    """Add one, two and three."""

    def call(self, inputs):
        """Map floats `(..., 3)` to floats of the same shape."""
        shift = ops.convert_to_tensor([1.0, 2.0, 3.0], self.compute_dtype)
        return inputs + shift


outputs = Shift(dtype="mixed_float16")(ops.zeros((1, 3)))
print(ops.dtype(outputs), ops.convert_to_numpy(outputs))
