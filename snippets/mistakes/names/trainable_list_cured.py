"""The cure: the list has a name of its own."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Factors(keras.layers.Layer):
    """Multiply by a matrix."""

    def build(self, input_shape):
        """Create the matrix."""
        shape = (input_shape[-1], 2)
        self.factors = [self.add_weight(shape=shape, name="factor")]

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return ops.matmul(inputs, self.factors[0])


layer = Factors()
layer(ops.ones((1, 3)))
print(layer.trainable, len(layer.trainable_weights))
