"""A layer with two weights, as written for Keras 3."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Affine(keras.layers.Layer):
    """Scale each feature, and shift all of them."""

    def build(self, input_shape):
        """Create the weights, both by `add_weight`."""
        size = input_shape[-1]
        self.scale = self.add_weight(
            shape=(size,), initializer="ones", name="scale"
        )
        half = keras.initializers.Constant(0.5)
        self.shift = self.add_weight(shape=(), initializer=half, name="shift")

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        return self.scale * inputs + self.shift


affine = Affine()
print(ops.convert_to_numpy(affine(ops.ones((1, 3)))))
print([weight.path for weight in affine.weights])
