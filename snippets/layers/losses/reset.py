"""When the losses of a layer are forgotten, and which of them."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MeanPenalty(keras.layers.Layer):
    """Add `rate` times the mean to the loss, and return the inputs."""

    def __init__(self, rate, **kwargs):
        """Keep the rate."""
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs):
        """Return the inputs, floats of any shape, as they are."""
        values = ops.cast(inputs, "float32")
        self.add_loss(self.rate * ops.mean(values))
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "rate": self.rate}


@keras.saving.register_keras_serializable(package="guide")
class Outer(keras.layers.Layer):
    """A layer with two children that add losses."""

    def __init__(self, **kwargs):
        """Create the children."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.small = MeanPenalty(rate=1.0, **shared)
        self.large = MeanPenalty(rate=100.0, **shared)

    def call(self, inputs):
        """Return the inputs, floats of any shape, as they are."""
        return self.large(self.small(inputs))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return input_shape


def show(text, layer):
    """Print the losses that a layer reports."""
    print(f"{text:20}", [float(loss) for loss in layer.losses])


# %% outer
outer = Outer()
outer(ops.ones((2, 3)))
show("outer(ones):", outer)
outer(2.0 * ops.ones((2, 3)))
show("outer(twos):", outer)

# %% inner
outer.small(7.0 * ops.ones((2, 3)))
show("outer.small(sevens):", outer)
