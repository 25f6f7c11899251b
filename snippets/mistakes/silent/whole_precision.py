"""A mistake: the precision of a model does not reach its layers."""

# %% use
import keras
import numpy as np


# Wrong on purpose: the dense layer stays in float32.
@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """One dense layer."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1, kernel_initializer="ones")

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)


model = Net(dtype="mixed_bfloat16")
outputs = model(np.ones((1, 2), dtype="float32"))
dtype = keras.backend.standardize_dtype(outputs.dtype)
print("computed in:", dtype)
assert dtype == "float32"  # wrong: bfloat16 was asked for
