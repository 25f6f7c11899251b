"""A mistake: a layer without steps passes on the mask of the steps."""

# %% use raises=Exception
import keras
import numpy as np
from keras import ops


# Wrong: the mask of five steps does not fit an output without.
class MinPool(keras.layers.Layer):
    """Return the smallest value of each feature over the real steps."""

    def __init__(self, **kwargs):
        """Declare that the mask of the input fits the output."""
        super().__init__(**kwargs)
        self.supports_masking = True

    def call(self, inputs, mask=None):
        """Map floats `(batch, steps, size)` to floats `(batch, size)`."""
        if mask is not None:
            mask = ops.expand_dims(mask, axis=-1)
            inputs = ops.where(mask, inputs, ops.full_like(inputs, 1e4))
        return ops.min(inputs, axis=1)


steps = np.ones((4, 5, 3))
steps[:, 3:] = 0.0  # two steps of padding
model = keras.Sequential([keras.layers.Masking(), MinPool()])
model.compile(optimizer="sgd", loss="mse", run_eagerly=True)
model.evaluate(steps, np.ones((4, 3)), verbose=0)
