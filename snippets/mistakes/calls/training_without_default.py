"""A mistake: an argument `training` that has no default."""

# %% use raises=TypeError
import keras
from keras import ops


# Wrong on purpose: nobody passes `training`, so call() never begins.
class Noise(keras.layers.Layer):
    """Add one in training."""

    def call(self, inputs, training):
        """Map floats of any shape to floats of the same shape."""
        return inputs + 1.0 if training else inputs


noise = Noise()
noise(ops.ones((2,)))
