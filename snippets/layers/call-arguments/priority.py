"""Where the value of training comes from."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Ask(keras.layers.Layer):
    """Return the inputs, and print the value of training."""

    def call(self, inputs, training=None):
        """Map floats of any shape to the same floats."""
        print(f"{self.name}: training={training}")
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


@keras.saving.register_keras_serializable(package="guide")
class Pair(keras.layers.Layer):
    """Call one child with training given, then one without."""

    def __init__(self, **kwargs):
        """Create both children."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.given = Ask(name="given", **shared)
        self.not_given = Ask(name="not_given", **shared)

    def build(self, input_shape):
        """Build both children for inputs of any shape."""
        for child in (self.given, self.not_given):
            child.build(input_shape)

    def call(self, inputs, training=None):
        """Map floats of any shape to the same floats."""
        return self.not_given(self.given(inputs, training=training))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return input_shape


# %% outer
pair = Pair()
x = ops.ones((2, 3))
pair(x, training=True)
pair(x, training=False)


# %% default
@keras.saving.register_keras_serializable(package="guide")
class AskTrue(Ask):
    """The same layer, with a default of its own."""

    def call(self, inputs, training=True):
        """Map floats of any shape to the same floats."""
        return super().call(inputs, training=training)


asks = AskTrue(name="default_true")
asks(x)
asks(x, training=False)
