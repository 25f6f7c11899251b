"""A mistake: compute_output_shape() asks a child that is not there yet."""

# %% use raises=AttributeError
import keras


# Wrong on purpose: the shape is known only after build().
class Detector(keras.layers.Layer):
    """Find four patterns in a sequence."""

    def build(self, input_shape):
        """Create and build the child."""
        self.conv = keras.layers.Conv1D(4, 3, dtype=self.dtype_policy)
        self.conv.build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, steps, size)` to `(batch, steps - 2, 4)`."""
        return self.conv(inputs)

    def compute_output_shape(self, input_shape):
        """Return the shape of the outputs."""
        return self.conv.compute_output_shape(input_shape)


print(Detector().compute_output_shape((None, 8, 3)))
