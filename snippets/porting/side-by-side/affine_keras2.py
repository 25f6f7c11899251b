"""A layer with two weights, as written for Keras 2."""
# backends: keras2

# %% use
import tensorflow as tf
import tf_keras


class Affine(tf_keras.layers.Layer):
    """Scale each feature, and shift all of them."""

    def build(self, input_shape):
        """Create the weights: one by `add_weight`, one by hand."""
        size = input_shape[-1]
        self.scale = self.add_weight("scale", (size,), initializer="ones")
        self.shift = tf.Variable(0.5, name="shift")
        super().build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        return self.scale * inputs + self.shift


affine = Affine()
print(affine(tf.ones((1, 3))).numpy())
print([weight.name for weight in affine.weights])
