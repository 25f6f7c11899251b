"""The cure: the computation is in call()."""

# %% use
import keras


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply each feature by a learned number."""

    def build(self, input_shape):
        """Create the numbers."""
        self.w = self.add_weight(shape=(input_shape[-1],), initializer="ones")

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.w * inputs


outputs = Scale()(keras.ops.ones((1, 3)))
print(keras.ops.convert_to_numpy(outputs))
