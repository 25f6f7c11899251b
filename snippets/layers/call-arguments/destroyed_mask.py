"""A mistake: a layer that says nothing about masks destroys them."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Double(keras.layers.Layer):
    """Multiply by two."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return 2.0 * inputs


# %% warn warns=UserWarning
embed = keras.layers.Embedding(6, 1, mask_zero=True)
embed.build()
embed.set_weights([np.arange(6.0).reshape(6, 1)])
words = np.array([[3, 1, 2, 0, 0], [4, 0, 0, 0, 0]])

pool = keras.layers.GlobalAveragePooling1D()
outputs = pool(Double(name="double")(embed(words)))
print(ops.convert_to_numpy(outputs).round(2))


# %% cure
@keras.saving.register_keras_serializable(package="guide")
class MaskedDouble(Double):
    """Multiply by two, and keep the mask."""

    def __init__(self, **kwargs):
        """Declare that the mask of the input fits the output."""
        super().__init__(**kwargs)
        self.supports_masking = True


outputs = pool(MaskedDouble()(embed(words)))
print(ops.convert_to_numpy(outputs).round(2))
