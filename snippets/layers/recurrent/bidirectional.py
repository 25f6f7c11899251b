"""A layer of your own that Bidirectional can turn round."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Totals(keras.layers.Layer):
    """Add up the steps so far, at each step.

    Args:
        go_backwards: Whether to begin at the end.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    return_sequences = True
    return_state = stateful = False

    def __init__(self, go_backwards=False, **kwargs):
        """Remember the direction."""
        super().__init__(**kwargs)
        self.go_backwards = go_backwards

    def call(self, inputs, initial_state=None, mask=None):
        """Map floats `(batch, steps, size)` to floats of that shape."""
        steps = ops.flip(inputs, axis=1) if self.go_backwards else inputs
        return ops.cumsum(steps, axis=1)

    def get_config(self):
        """Return the arguments that create the layer again."""
        return {**super().get_config(), "go_backwards": self.go_backwards}


# %% use
both = keras.layers.Bidirectional(Totals(), merge_mode="concat")
x = np.array([[[1.0], [3.0], [2.0], [0.0]]])
print(ops.convert_to_numpy(both(x))[0].T)
