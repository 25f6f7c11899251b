"""One argument that is a list, and the mask that is one, too."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class SumOfBoth(keras.layers.Layer):
    """Add up the real steps of two sequences."""

    def call(self, inputs, mask=None):
        """Map two floats `(batch, steps, size)` to floats `(batch, size)`."""
        masks = [None] * len(inputs) if mask is None else mask
        total = 0.0
        for sequence, kept in zip(inputs, masks, strict=True):
            if kept is not None:
                kept = ops.cast(kept, sequence.dtype)
                sequence = sequence * ops.expand_dims(kept, axis=-1)
            total = total + ops.sum(sequence, axis=1)
        return total

    def compute_mask(self, inputs, previous_mask=None):
        """Return None: the output has no steps."""
        return None


# %% use
embed = keras.layers.Embedding(
    9, 1, mask_zero=True, embeddings_initializer="ones"
)
words = embed(np.array([[3, 1, 0, 0]]))  # two words, and padding
numbers = np.ones((1, 3, 1))  # three steps, no mask
print(ops.convert_to_numpy(SumOfBoth()([words, numbers])))
