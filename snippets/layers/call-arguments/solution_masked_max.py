"""Solution: the largest value of a sequence, without its padding."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MaskedMax(keras.layers.Layer):
    """Take the largest value over the steps that the mask keeps."""

    def call(self, inputs, mask=None):
        """Map floats `(batch, steps, size)` to floats `(batch, size)`."""
        if mask is None:
            return ops.max(inputs, axis=1)
        counts = ops.expand_dims(mask, axis=-1)
        # The smallest of all steps cannot win, and exists in any dtype.
        smallest = ops.min(inputs, axis=1, keepdims=True)
        largest = ops.max(ops.where(counts, inputs, smallest), axis=1)
        # A sequence of padding alone gives zeros, as in MaskedMean.
        found = ops.any(counts, axis=1)
        return ops.where(found, largest, ops.zeros_like(largest))

    def compute_mask(self, inputs, previous_mask=None):
        """Return None: what comes out is no sequence any more."""
        return None


# %% check
embed = keras.layers.Embedding(6, 1, mask_zero=True)
embed.build()
embed.set_weights([np.arange(0.0, -6.0, -1.0).reshape(6, 1)])
words = np.array([[3, 1, 2, 0, 0], [4, 0, 0, 0, 0]])


def largest(layer, *args, **kwargs):
    """Return what a layer of this kind puts out, as a list."""
    outputs = ops.cast(layer(*args, **kwargs), "float32")
    return ops.convert_to_numpy(outputs)[:, 0].tolist()


found = largest(MaskedMax(), embed(words))
assert found == [-1, -4], f"of the words: -1 and -4, not {found}"
half = largest(MaskedMax(dtype="mixed_float16"), embed(words))
assert half == [-1, -4], f"in float16: -1 and -4, not {half}"
pair = np.array([[[-3.0], [-2.0]]], dtype="float32")
plain = largest(MaskedMax(), pair)
assert plain == [-2], f"without a mask, all steps count: -2, not {plain}"
empty = largest(MaskedMax(), pair, mask=np.array([[False, False]]))
assert empty == [0], f"of padding alone: 0, not {empty}"
print("words:", found, "no mask:", plain, "padding alone:", empty)
