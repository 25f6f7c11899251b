"""The same dense layer, with its weights made by hand."""

# %% define
import keras
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
        self.kernel = keras.Variable(
            "glorot_uniform",
            shape=(input_dim, units),
            dtype=self.variable_dtype,
            name="kernel",
        )
        self.bias = keras.Variable(
            "zeros",
            shape=(units,),
            # Left out, the dtype would be float32 whatever the layer's is.
            dtype=self.variable_dtype,
            name="bias",
        )

    def call(self, inputs):
        """Map floats `(..., input_dim)` to floats `(..., units)`."""
        return ops.matmul(inputs, self.kernel) + self.bias

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"units": self.units, "input_dim": self.input_dim}
        return {**super().get_config(), **config}


# %% use
linear = Linear(units=4, input_dim=2, name="linear")
for weight in linear.weights:
    print(weight.path, weight.shape, weight.dtype)
