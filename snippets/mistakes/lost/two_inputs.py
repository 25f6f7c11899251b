"""A mistake: one mask for two inputs."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Dot(keras.layers.Layer):
    """Add up the products of two sequences, without the padding."""

    def call(self, left, right, mask=None):
        """Map two floats `(batch, steps, size)` to floats `(batch, size)`."""
        products = left * right
        if mask is not None:
            kept = ops.cast(mask, self.compute_dtype)
            products = products * ops.expand_dims(kept, axis=-1)
        return ops.sum(products, axis=1)

    def compute_mask(self, left, previous_mask=None):
        """Return None: what comes out is no sequence any more."""
        return None


embed = keras.layers.Embedding(
    4, 1, mask_zero=True, embeddings_initializer="ones"
)
words = embed(np.array([[3, 1, 0, 0]]))  # two words, and padding
result = ops.convert_to_numpy(Dot()(words, words)).item()
print("sum over two words:", result)
assert result == 4.0  # wrong: the padding counts as two words
