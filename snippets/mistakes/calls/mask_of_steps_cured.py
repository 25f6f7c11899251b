"""A cure: compute_mask() says that the output has no mask."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MinPool(keras.layers.Layer):
    """Return the smallest value of each feature over the real steps."""

    def call(self, inputs, mask=None):
        """Map floats `(batch, steps, size)` to floats `(batch, size)`."""
        if mask is not None:
            mask = ops.expand_dims(mask, axis=-1)
            inputs = ops.where(mask, inputs, ops.full_like(inputs, 1e4))
        return ops.min(inputs, axis=1)

    def compute_mask(self, inputs, previous_mask=None):
        """Return None: the output has no steps that could be masked."""
        return None


steps = np.ones((4, 5, 3))
steps[:, 3:] = 0.0  # two steps of padding
model = keras.Sequential([keras.layers.Masking(), MinPool()])
model.compile(optimizer="sgd", loss="mse")
print(model.evaluate(steps, np.ones((4, 3)), verbose=0))
print(model.predict(steps[:1], verbose=0))
