"""A layer that averages over a sequence, and leaves out the padding."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MaskedMean(keras.layers.Layer):
    """Average over the steps of a sequence that the mask keeps."""

    def call(self, inputs, mask=None):
        """Map floats `(batch, steps, size)` to floats `(batch, size)`.

        Args:
            inputs: The sequences.
            mask: Booleans `(batch, steps)`, True where a step counts.
        """
        if mask is None:
            return ops.mean(inputs, axis=1)
        weights = ops.cast(ops.expand_dims(mask, axis=-1), inputs.dtype)
        total = ops.sum(inputs * weights, axis=1)
        # A sequence of padding alone gives zeros, not a division by zero.
        return total / ops.maximum(ops.sum(weights, axis=1), 1)

    def compute_mask(self, inputs, previous_mask=None):
        """Return None: what comes out is no sequence any more."""
        return None


# %% use
embed = keras.layers.Embedding(6, 1, mask_zero=True)
embed.build()
embed.set_weights([np.arange(6.0).reshape(6, 1)])

words = np.array([[3, 1, 2, 0, 0], [4, 0, 0, 0, 0]])
vectors = embed(words)
print(ops.convert_to_numpy(vectors)[..., 0])

mean = MaskedMean()
print(ops.convert_to_numpy(mean(vectors)))

# %% compute
print(ops.convert_to_numpy(embed.compute_mask(words)))

# %% explicit
first_two = np.array([[True, True, False, False, False]] * 2)
print(ops.convert_to_numpy(mean(vectors, mask=first_two)))

# %% masking
steps = np.array([[[2.0], [4.0], [0.0]]])
masked = keras.layers.Masking(mask_value=0.0)(steps)
print(ops.convert_to_numpy(mean(masked)))
