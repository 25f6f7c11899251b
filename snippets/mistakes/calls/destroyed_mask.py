"""A mistake: a layer of your own destroys the mask."""

# %% use warns=UserWarning
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Plus(keras.layers.Layer):
    """Add one."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs + 1.0


steps = np.array([[[2.0], [4.0], [0.0], [0.0]]])  # two steps, then padding
masked = keras.layers.Masking()(steps)
mean = keras.layers.GlobalAveragePooling1D()(Plus(name="plus")(masked))
print(ops.convert_to_numpy(mean))
