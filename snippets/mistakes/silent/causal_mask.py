"""A mistake: an argument for the causal mask that goes nowhere."""

# %% use
import keras
import numpy as np
from keras import ops


# Wrong on purpose: the argument has no effect.
@keras.saving.register_keras_serializable(package="guide")
class Block(keras.layers.Layer):
    """Attend to the steps of a sequence, if wanted to earlier ones only."""

    def __init__(self, **kwargs):
        """Create the child."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.attention = keras.layers.MultiHeadAttention(2, 4, **shared)

    def build(self, input_shape):
        """Create the weights of the child."""
        self.attention.build(input_shape, input_shape)

    def call(self, inputs, use_causal_mask=False):
        """Map floats `(batch, steps, size)` to floats of the same shape."""
        return self.attention(inputs, inputs)

    def compute_output_shape(self, input_shape):
        """Return the shape of the inputs."""
        return input_shape


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(1, 4, 8)).astype("float32")
later = np.concatenate([x[:, :3], x[:, 3:] + 1.0], axis=1)
block = Block()
first, again = (
    ops.convert_to_numpy(block(each, use_causal_mask=True))[0, 0]
    for each in (x, later)
)
moved = np.abs(first - again).max() > 1e-3
print("the first step depends on the last:", moved)
assert moved  # wrong: a causal mask hides later steps
