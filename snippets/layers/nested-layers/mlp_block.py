"""A layer made of two layers, and who builds them."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MLPBlock(keras.layers.Layer):
    """Two dense layers, one after the other.

    Args:
        hidden_units: Size of the layer in the middle.
        units: Size of the last axis of the output.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, hidden_units, units, **kwargs):
        """Create the children; the first call builds them."""
        super().__init__(**kwargs)
        self.hidden_units = hidden_units
        self.units = units
        # A child does not ask its parent for these.
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(
            hidden_units, activation="relu", name="hidden", **shared
        )
        self.project = keras.layers.Dense(units, name="project", **shared)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        return self.project(self.hidden(inputs))

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"hidden_units": self.hidden_units, "units": self.units}
        return {**super().get_config(), **config}


# %% use
block = MLPBlock(hidden_units=4, units=2, name="mlp_block")
print("before:", len(block.weights), "weights")

outputs = block(ops.ones((3, 5)))
print("after: ", len(block.weights), "weights")
for weight in block.weights:
    print(weight.path, tuple(weight.shape))


# %% trace
@keras.saving.register_keras_serializable(package="guide")
class Witness(MLPBlock):
    """The same block, which reports each run of its call()."""

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        print("call, children built:", self.hidden.built, self.project.built)
        return super().call(inputs)


witness = Witness(hidden_units=4, units=2)
print("first:")
outputs = witness(ops.ones((3, 5)))
print("second:")
outputs = witness(ops.ones((3, 5)))

# %% shape warns=UserWarning
block = MLPBlock(hidden_units=4, units=2, name="mlp_block")
block.build((None, 5))
print("built:", block.built, "- weights:", len(block.weights))


# %% build
@keras.saving.register_keras_serializable(package="guide")
class BuiltBlock(MLPBlock):
    """The same block, which a shape is enough to build."""

    def build(self, input_shape):
        """Build the children for inputs of shape `(..., features)`."""
        self.hidden.build(input_shape)
        self.project.build(self.hidden.compute_output_shape(input_shape))

    def compute_output_shape(self, input_shape):
        """Return the shape of the outputs, `(..., units)`."""
        return (*input_shape[:-1], self.units)


# %% built
block = BuiltBlock(hidden_units=4, units=2, name="built_block")
block.build((None, 5))
for weight in block.weights:
    print(weight.path, tuple(weight.shape))
print("outputs:", tuple(block(ops.ones((3, 5))).shape))
