"""One argument that holds several tensors: build() gets as many shapes."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class LinearSum(keras.layers.Layer):
    """Sum of one linear map for each tensor of a dictionary.

    Args:
        units: Size of the last axis of the output.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, units, **kwargs):
        """Keep the size of the output."""
        super().__init__(**kwargs)
        self.units = units
        self.kernels = {}

    def build(self, input_shape):
        """Create a weight for each entry, of shape `(batch, size)`."""
        for name, shape in input_shape.items():
            self.kernels[name] = self.add_weight(
                shape=(shape[-1], self.units), name=name
            )

    def call(self, inputs):
        """Map a dictionary of floats `(batch, …)` to `(batch, units)`."""
        return sum(
            ops.matmul(tensor, self.kernels[name])
            for name, tensor in inputs.items()
        )

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "units": self.units}


# %% use
layer = LinearSum(units=4, name="sum")
outputs = layer({"age": ops.ones((2, 1)), "words": ops.ones((2, 50))})
for weight in layer.weights:
    print(weight.path, weight.shape)
print(tuple(outputs.shape))
