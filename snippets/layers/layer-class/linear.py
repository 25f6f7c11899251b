"""A dense layer that owns its weights."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Linear(keras.layers.Layer):
    """Affine map `inputs @ kernel + bias`.

    Args:
        units: Size of the last axis of the output.
        input_dim: Size of the last axis of the input.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, units, input_dim, **kwargs):
        """Create both weights: their shapes are known already."""
        super().__init__(**kwargs)
        self.units = units
        self.input_dim = input_dim
        self.kernel = self.add_weight(
            shape=(input_dim, units),
            initializer="glorot_uniform",
            name="kernel",
        )
        self.bias = self.add_weight(
            shape=(units,), initializer="zeros", name="bias"
        )

    def call(self, inputs):
        """Map floats `(..., input_dim)` to floats `(..., units)`."""
        return ops.matmul(inputs, self.kernel) + self.bias

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"units": self.units, "input_dim": self.input_dim}
        return {**super().get_config(), **config}


# %% use
linear = Linear(units=4, input_dim=2)
# The kernel starts with random numbers; these can be checked in the head.
linear.kernel.assign([[1.0, 2.0, 3.0, 4.0], [10.0, 20.0, 30.0, 40.0]])

rows = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
print(ops.convert_to_numpy(linear(rows)))

# %% weights
for weight in linear.weights:
    print(weight.path, weight.shape, weight.dtype)
print(linear.weights[0] is linear.kernel)

# %% rebuild
twin = Linear.from_config(linear.get_config())
twin.set_weights(linear.get_weights())
print(ops.convert_to_numpy(twin(rows)))
