"""The cure: the mask belongs to the computation."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Masked(keras.layers.Dense):
    """A dense layer in which feature i reaches units up to i only."""

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, units)`."""
        outputs = ops.matmul(inputs, ops.tril(self.kernel))
        if self.bias is not None:
            outputs = ops.add(outputs, self.bias)
        if self.activation is not None:
            outputs = self.activation(outputs)
        return outputs


layer = Masked(3, kernel_initializer="ones")
print(keras.ops.convert_to_numpy(layer(ops.ones((1, 3)))))
