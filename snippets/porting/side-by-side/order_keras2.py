"""The order of the weights of a block, in Keras 2."""
# backends: keras2

# %% use
import tensorflow as tf
import tf_keras


class Block(tf_keras.layers.Layer):
    """Normalize twice."""

    def __init__(self, **kwargs):
        """Create both normalizations."""
        super().__init__(**kwargs)
        self.first = tf_keras.layers.BatchNormalization(name="first")
        self.second = tf_keras.layers.BatchNormalization(name="second")

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats of the same shape."""
        once = self.first(inputs, training=training)
        return self.second(once, training=training)


block = Block(name="block")
block(tf.ones((4, 3)))
for weight in block.weights:
    print(weight.name, weight.shape)
