"""The cure: a weight that is created in build()."""

# %% use
import keras


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by one learned number for each feature."""

    def build(self, input_shape):
        """Create the weight for inputs of shape `(..., features)`."""
        self.scale = self.add_weight(shape=(input_shape[-1],), name="scale")

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        return self.scale * inputs


scale = Scale()
scale(keras.Input((3,)))
print([weight.path for weight in scale.weights])
