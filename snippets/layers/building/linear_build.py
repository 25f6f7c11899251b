"""A dense layer that learns its input size from the first input."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Linear(keras.layers.Layer):
    """Affine map `inputs @ kernel + bias`.

    Args:
        units: Size of the last axis of the output.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, units, **kwargs):
        """Keep the size of the output, the only one known so far."""
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        """Create the weights for inputs of shape `(..., input_dim)`."""
        input_dim = input_shape[-1]
        self.kernel = self.add_weight(
            shape=(input_dim, self.units),
            initializer="glorot_uniform",
            name="kernel",
        )
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )
        self.input_spec = keras.layers.InputSpec(
            min_ndim=2, axes={-1: input_dim}
        )

    def call(self, inputs):
        """Map floats `(..., input_dim)` to floats `(..., units)`."""
        return ops.matmul(inputs, self.kernel) + self.bias

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "units": self.units}


# %% use
linear = Linear(units=4)
print(linear.built, len(linear.weights))

outputs = linear(ops.ones((2, 3)))
print(linear.built, [tuple(weight.shape) for weight in linear.weights])

# %% wrong raises=ValueError
linear(ops.ones((2, 7)))
