"""The cure: four attributes, and a call() that takes an initial state."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Average(keras.layers.Layer):
    """Average over the steps, where later ones count more.

    Args:
        go_backwards: Whether to begin at the end.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    return_sequences = return_state = stateful = False

    def __init__(self, go_backwards=False, **kwargs):
        """Remember the direction."""
        super().__init__(**kwargs)
        self.go_backwards = go_backwards

    def call(self, inputs, initial_state=None, mask=None):
        """Map floats `(batch, steps, size)` to floats `(batch, size)`."""
        steps = ops.flip(inputs, axis=1) if self.go_backwards else inputs
        weights = ops.arange(1, ops.shape(steps)[1] + 1, dtype="float32")
        weights = ops.cast(weights / ops.sum(weights), steps.dtype)
        return ops.sum(steps * weights[:, None], axis=1)

    def get_config(self):
        """Return the arguments that create the layer again."""
        return {**super().get_config(), "go_backwards": self.go_backwards}


both = keras.layers.Bidirectional(Average())
x = np.array([[[1.0], [2.0], [3.0]]])
print(ops.convert_to_numpy(both(x)).round(3))
