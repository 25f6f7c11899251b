"""A mistake: training has no default value."""

# %% define
import keras
from keras import ops


# Wrong on purpose: training must be given.
@keras.saving.register_keras_serializable(package="guide")
class Noise(keras.layers.Layer):
    """Add one while training."""

    def call(self, inputs, training):
        """Map floats of any shape to floats of the same shape."""
        return inputs + 1.0 if training else inputs


# %% given
noise = Noise()
print(ops.convert_to_numpy(noise(ops.ones((2,)), training=True)))

# %% missing raises=TypeError
noise(ops.ones((2,)))
