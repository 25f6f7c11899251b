"""A mistake: a weight as large as a batch of unknown size."""

# %% use raises=ValueError
import keras


# Wrong on purpose: build() fails where the batch size is unknown.
class Shift(keras.layers.Layer):
    """Add one learned number for each feature."""

    def build(self, input_shape):
        """Create the weight for inputs of shape `(batch, features)`."""
        self.shift = self.add_weight(
            shape=input_shape, initializer="zeros", name="shift"
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        return inputs + self.shift


Shift()(keras.Input((3,)))
