"""A layer gives its policy to the layers inside it."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class CarefulBlock(keras.layers.Layer):
    """Two dense layers, one after the other, with one policy for all.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, **kwargs):
        """Create both layers with the policy of the block."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.first = keras.layers.Dense(
            4, activation="relu", name="first", **shared
        )
        self.second = keras.layers.Dense(2, name="second", **shared)

    def build(self, input_shape):
        """Create the weights for inputs of shape `(batch, features)`."""
        for layer in (self.first, self.second):
            layer.build(input_shape)
            input_shape = layer.compute_output_shape(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return self.second(self.first(inputs))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return (*input_shape[:-1], 2)


# Wrong on purpose: the policy of the block stops at the block.
@keras.saving.register_keras_serializable(package="guide")
class Block(keras.layers.Layer):
    """The same layers, which do not get the policy."""

    def __init__(self, **kwargs):
        """Create both layers and forget their policy."""
        super().__init__(**kwargs)
        self.first = keras.layers.Dense(4, activation="relu", name="first")
        self.second = keras.layers.Dense(2, name="second")

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return self.second(self.first(inputs))


# %% use
def report(layer):
    """Call a layer and print what it and its last child compute in."""
    outputs = layer(ops.ones((1, 3)))
    own, child = layer.compute_dtype, layer.second.compute_dtype
    print(f"{layer.name:13} {own:8} {child:8} {ops.dtype(outputs)}")


for policy in ("float32", "mixed_float16"):
    report(Block(dtype=policy, name="block"))
    report(CarefulBlock(dtype=policy, name="careful_block"))


# %% model
@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """A block, and a last layer of its own.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras model.
    """

    def __init__(self, **kwargs):
        """Create the layers with the policy of the model."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.first = CarefulBlock(name="first", **shared)
        self.second = keras.layers.Dense(1, name="second", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.second(self.first(inputs))


for policy in ("float32", "mixed_float16"):
    report(Net(dtype=policy, name="net"))

# %% everywhere
keras.config.set_dtype_policy("mixed_float16")
report(Block(name="block"))
report(CarefulBlock(dtype="float32", name="careful_block"))
keras.config.set_dtype_policy("float32")
