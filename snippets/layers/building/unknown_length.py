"""A weight per feature, for sequences of unknown length."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class ScaleFeatures(keras.layers.Layer):
    """Multiply by one weight per feature."""

    def build(self, input_shape):
        """Create the weight for inputs of shape `(..., features)`."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        return ops.multiply(inputs, self.scale)


outputs = ScaleFeatures()(keras.Input((None, 8)))
print(outputs.shape)
