"""The cure: an attribute is enough for Keras to know the weight."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Linear(keras.layers.Layer):
    """Multiply by a matrix."""

    def build(self, input_shape):
        """Create the matrix."""
        self.kernel = self.add_weight(shape=(input_shape[-1], 2), name="kernel")

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return ops.matmul(inputs, self.kernel)


layer = Linear()
layer(ops.ones((1, 3)))
print([weight.name for weight in layer.trainable_weights])
