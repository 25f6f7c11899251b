"""The cure: hand the policy on to each layer."""

# %% use
import keras
import numpy as np


# Wrong in Keras 3.15 on PyTorch: a symbolic call promises float32.
@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """One dense layer."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="ones", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)


model = Net(dtype="mixed_bfloat16")
outputs = model(np.ones((1, 2), dtype="float32"))
dtype = keras.backend.standardize_dtype(outputs.dtype)
print("computed in:", dtype)
assert dtype == "bfloat16"
