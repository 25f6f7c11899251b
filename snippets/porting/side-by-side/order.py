"""The order of the weights of a block, in Keras 3."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Block(keras.layers.Layer):
    """Normalize twice."""

    def __init__(self, **kwargs):
        """Create both normalizations."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.first = keras.layers.BatchNormalization(name="first", **shared)
        self.second = keras.layers.BatchNormalization(name="second", **shared)

    def build(self, input_shape):
        """Build both for inputs of shape `(batch, features)`."""
        self.first.build(input_shape)
        self.second.build(input_shape)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats of the same shape."""
        once = self.first(inputs, training=training)
        return self.second(once, training=training)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return input_shape


block = Block(name="block")
block(ops.ones((4, 3)))
for weight in block.weights:
    print(weight.path, tuple(weight.shape))
