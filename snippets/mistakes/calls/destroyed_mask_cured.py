"""A cure: the layer says that the mask of its input fits its output."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Plus(keras.layers.Layer):
    """Add one, and keep the mask."""

    def __init__(self, **kwargs):
        """Declare that the mask of the input fits the output."""
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs + 1.0


steps = np.array([[[2.0], [4.0], [0.0], [0.0]]])  # two steps, then padding
masked = keras.layers.Masking()(steps)
mean = keras.layers.GlobalAveragePooling1D()(Plus(name="plus")(masked))
print(ops.convert_to_numpy(mean))
