"""Solution: no bias is None, and `get_config()` knows of it."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Linear(keras.layers.Layer):
    """Affine map `inputs @ kernel + bias`.

    Args:
        units: Size of the last axis of the output.
        input_dim: Size of the last axis of the input.
        use_bias: Whether there is a bias.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, units, input_dim, use_bias=True, **kwargs):
        """Create the weights: their shapes are known already."""
        super().__init__(**kwargs)
        self.units = units
        self.input_dim = input_dim
        self.use_bias = use_bias
        self.kernel = self.add_weight(shape=(input_dim, units), name="kernel")
        self.bias = None
        if use_bias:
            self.bias = self.add_weight(
                shape=(units,), initializer="ones", name="bias"
            )

    def call(self, inputs):
        """Map floats `(..., input_dim)` to floats `(..., units)`."""
        outputs = ops.matmul(inputs, self.kernel)
        return outputs if self.bias is None else outputs + self.bias

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {
            "units": self.units,
            "input_dim": self.input_dim,
            "use_bias": self.use_bias,
        }
        return {**super().get_config(), **config}


# The layer without a bias that the exercise asks for.
linear = Linear(4, 2, use_bias=False)

# %% check
zeros = ops.convert_to_numpy(linear(np.zeros((1, 2), dtype="float32")))
assert len(linear.weights) == 1, f"{len(linear.weights)} weights, 1 wanted"
assert np.all(zeros == 0.0), "zeros go in, and a bias comes out"
twin = Linear.from_config(linear.get_config())
assert len(twin.weights) == 1, "the copy has a bias again"
assert len(Linear(4, 2).weights) == 2, "by default there is a bias"
print(
    "weights of the layer and its copy:", len(linear.weights), len(twin.weights)
)
