"""A layer that says which shape it puts out, and a parent that asks."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Pairs(keras.layers.Layer):
    """Put each step next to the one before it."""

    def call(self, inputs):
        """Map floats `(batch, n, size)` to `(batch, n - 1, 2 * size)`."""
        return ops.concatenate([inputs[:, :-1], inputs[:, 1:]], axis=-1)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        batch, steps, size = input_shape
        return (batch, None if steps is None else steps - 1, 2 * size)

    def get_config(self):
        """Return the arguments that create this layer again."""
        # Left to Keras, this fails for a layer that was given a dtype policy.
        return super().get_config()


# %% parent
@keras.saving.register_keras_serializable(package="guide")
class PairsDense(keras.layers.Layer):
    """A dense layer over pairs of steps.

    Args:
        units: Size of the last axis of the output.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, units, **kwargs):
        """Create both layers, not yet their weights."""
        super().__init__(**kwargs)
        self.units = units
        # A child does not ask its parent for these.
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.pairs = Pairs(name="pairs", **shared)
        self.dense = keras.layers.Dense(units, name="dense", **shared)

    def build(self, input_shape):
        """Build the children for inputs `(batch, n, size)`, one by one."""
        for layer in (self.pairs, self.dense):
            layer.build(input_shape)
            input_shape = layer.compute_output_shape(input_shape)

    def call(self, inputs):
        """Map floats `(batch, n, size)` to `(batch, n - 1, units)`."""
        return self.dense(self.pairs(inputs))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return self.dense.compute_output_shape(
            self.pairs.compute_output_shape(input_shape)
        )

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "units": self.units}


# %% use
layer = PairsDense(units=4, name="layer")
layer.build((None, 10, 3))
for weight in layer.weights:
    print(weight.path, tuple(weight.shape))
print(tuple(layer(ops.ones((2, 10, 3))).shape))
