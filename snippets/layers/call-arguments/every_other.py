"""A layer that shortens a sequence shortens its mask too."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class EveryOther(keras.layers.Layer):
    """Keep the first step of a sequence, the third, and so on."""

    def call(self, inputs):
        """Map floats `(batch, steps, size)` to half the steps."""
        return inputs[:, ::2]

    def compute_mask(self, inputs, previous_mask=None):
        """Keep the same steps of the mask `(batch, steps)`."""
        if previous_mask is None:
            return None
        return previous_mask[:, ::2]


# %% use
embed = keras.layers.Embedding(6, 1, mask_zero=True)
embed.build()
embed.set_weights([np.arange(6.0).reshape(6, 1)])
words = np.array([[3, 1, 2, 0, 0], [4, 0, 0, 0, 0]])

thin = EveryOther()
print(thin.supports_masking)
kept = thin(embed(words))
print(ops.convert_to_numpy(kept)[..., 0])
pool = keras.layers.GlobalAveragePooling1D()
print(ops.convert_to_numpy(pool(kept)))
