"""The skeleton of a layer, with all that it should have."""

# %% layer
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Projection(keras.layers.Layer):
    """Multiply by a matrix, add what is known, and drop some of it."""

    def __init__(self, units, rate=0.5, **kwargs):  # name, dtype, trainable
        """Keep the arguments; create children, for they need no shape."""
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dropout = keras.layers.Dropout(rate, **shared)
        self.supports_masking = True  # the mask stays right

    def build(self, input_shape):
        """Create weights for inputs of shape `(..., features)`, once."""
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape, "ones", name="kernel")

    def call(self, inputs, training=None):
        """Map floats `(..., features)` to floats `(..., units)`."""
        outputs = ops.matmul(inputs, self.kernel) + 0.25
        return self.dropout(outputs, training=training)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return (*input_shape[:-1], self.units)

    def get_config(self):
        """Return the arguments that make this layer again."""
        config = super().get_config()
        return {**config, "units": self.units, "rate": self.rate}


layer = Projection(units=2, name="projection")
print(ops.convert_to_numpy(layer(ops.ones((1, 3)))))
print([weight.path for weight in layer.weights])
print(Projection.from_config(layer.get_config()).units)
