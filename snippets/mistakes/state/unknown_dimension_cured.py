"""The cure: a weight has only axes that are known."""

# %% use
import keras


@keras.saving.register_keras_serializable(package="guide")
class Shift(keras.layers.Layer):
    """Add one learned number for each feature."""

    def build(self, input_shape):
        """Create the weight for inputs of shape `(batch, features)`."""
        self.shift = self.add_weight(
            shape=input_shape[1:], initializer="zeros", name="shift"
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        return inputs + self.shift


shift = Shift()
shift(keras.Input((3,)))
print(shift.shift.shape)
