"""Exercise: a mean of the words whose shares are learned."""

# %% start
import keras
import numpy as np
from keras import ops


class AttentionMean(keras.layers.Layer):
    """Average over the real words, with a share for each that is learned."""

    def call(self, inputs, mask=None):
        """Map words `(batch, words, size)` to sentences `(batch, size)`."""
        return ops.mean(inputs, axis=1)

    def compute_mask(self, inputs, previous_mask=None):
        """Return no mask, because the outputs have no words."""
        return None


# %% check raises=AssertionError
embed = keras.layers.Embedding(3, 2, mask_zero=True, trainable=False)
pool = AttentionMean()
model = keras.Sequential([keras.Input((4,)), embed, pool])
model.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse")
shapes = [tuple(weight.shape) for weight in pool.weights]
assert shapes == [(2,)], f"the weights have the shapes {shapes}, not [(2,)]"
embed.embeddings.assign([[9.0, 9.0], [0.0, 0.0], [1.0, 2.0]])
query = np.array([np.log(3.0), 0.0])  # the shares: a quarter, three quarters
pool.weights[0].assign(query)
words = np.array([[1, 2, 0, 0], [0, 2, 0, 1]])
found = ops.convert_to_numpy(pool(embed(words))).round(2).tolist()
assert found == [[0.75, 1.5]] * 2, f"two times [0.75, 1.5], not {found}"
model.fit(words, np.array([[0.25, 1.5]] * 2), verbose=0)
moved = (query - ops.convert_to_numpy(pool.weights[0])).round(3).tolist()
assert moved == [0.094, 0.188], f"the gradient is [0.094, 0.188], not {moved}"
large, half = np.full((2, 2, 2), 60_000.0), AttentionMean(dtype="mixed_float16")
half.build(large.shape)
half.weights[0].assign([1.0, 1.0])
found = half(large, mask=np.array([[True, False], [False, False]]))
found = ops.convert_to_numpy(found)[:, 0].tolist()
assert found == [60_000, 0], f"in float16: [60000, 0], not {found}"
print("gradient:", moved, "in float16:", found)
