"""A mistake: freeze a block again that is frozen already."""

# %% define hidden
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Block(keras.layers.Layer):
    """A dense layer in a layer."""

    def __init__(self, **kwargs):
        """Create the child."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, name="dense", **shared)

    def build(self, input_shape):
        """Build the child for inputs of shape `(..., features)`."""
        self.dense.build(input_shape)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., 1)`."""
        return self.dense(inputs)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return self.dense.compute_output_shape(input_shape)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


# %% use
block = Block()
block(ops.ones((1, 3)))
block.trainable = False
block.dense.trainable = True
block.trainable = False
print("assigned again:", len(block.dense.trainable_weights), "train")

block.trainable = True
block.trainable = False
print("there and back:", len(block.dense.trainable_weights), "train")
