"""A layer that averages over the words of a sentence, not over its padding."""

# %% define
import keras
import numpy as np
from keras import ops


class MaskedMean(keras.layers.Layer):
    """Average over the real words of a sentence."""

    def call(self, inputs, mask=None):
        """Map words `(batch, words, size)` to sentences `(batch, size)`."""
        if mask is None:
            return ops.mean(inputs, axis=1)
        real = ops.cast(mask, inputs.dtype)
        count = ops.sum(real, axis=1, keepdims=True)
        share = real / ops.maximum(count, 1)
        return ops.sum(inputs * ops.expand_dims(share, axis=-1), axis=1)

    def compute_mask(self, inputs, previous_mask=None):
        """Return no mask, because the outputs have no words."""
        return None


# %% mask
embed = keras.layers.Embedding(5, 1, mask_zero=True)
embed.build()
embed.embeddings.assign([[0.0], [1.0], [2.0], [3.0], [4.0]])

sentence = np.array([[3, 1, 2]])
padded = np.array([[3, 1, 2, 0, 0, 0]])
print("words:", padded[0])
print("mask: ", ops.convert_to_numpy(embed.compute_mask(padded))[0])

# %% compare
masked_mean = MaskedMean()
for words in (sentence, padded):
    vectors = embed(words)
    print("with the mask:", ops.convert_to_numpy(masked_mean(vectors))[0])
    print("without it:   ", ops.convert_to_numpy(ops.mean(vectors, axis=1))[0])


# %% travel
class TimesTen(keras.layers.Layer):
    """Multiply each word by ten, and keep the mask."""

    def __init__(self, **kwargs):
        """Say that each word stays in its place."""
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs):
        """Map words of any shape to words of the same shape."""
        return inputs * 10.0


model = keras.Sequential([embed, TimesTen(), masked_mean])
print(model.predict(padded, verbose=0))
