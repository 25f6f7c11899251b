"""A layer with two sequences receives two masks."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class LengthRatio(keras.layers.Layer):
    """Divide the length of one sequence by the length of another."""

    def call(self, source, target, source_mask=None, target_mask=None):
        """Map two floats `(batch, steps, size)` to floats `(batch,)`."""
        lengths = []
        for inputs, mask in ((source, source_mask), (target, target_mask)):
            if mask is None:
                mask = ops.ones(ops.shape(inputs)[:2])
            lengths.append(ops.sum(ops.cast(mask, self.compute_dtype), axis=1))
        return lengths[0] / ops.maximum(lengths[1], 1)

    def compute_mask(self, inputs, previous_mask=None):
        """Return None: what comes out is no sequence any more."""
        return None


embed = keras.layers.Embedding(6, 1, mask_zero=True)
source = embed(np.array([[3, 1, 2, 5, 0], [4, 1, 0, 0, 0]]))
target = embed(np.array([[2, 4, 0], [1, 2, 3]]))

# %% use
outputs = LengthRatio()(source, target)
print(ops.convert_to_numpy(outputs).round(2))
