"""A cure: the child is made in __init__() and built in build()."""

# %% use
import keras


@keras.saving.register_keras_serializable(package="guide")
class Detector(keras.layers.Layer):
    """Find four patterns in a sequence."""

    def __init__(self, **kwargs):
        """Create the child, without weights."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.conv = keras.layers.Conv1D(4, 3, **shared)

    def build(self, input_shape):
        """Create the weights of the child."""
        self.conv.build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, steps, size)` to `(batch, steps - 2, 4)`."""
        return self.conv(inputs)

    def compute_output_shape(self, input_shape):
        """Return the shape of the outputs."""
        return self.conv.compute_output_shape(input_shape)


detector = Detector()
print(detector.compute_output_shape((None, 8, 3)))
print(detector(keras.Input((8, 3))).shape)
