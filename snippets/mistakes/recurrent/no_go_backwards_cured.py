"""The cure: the layer has what Bidirectional asks of a recurrent layer."""

# %% use
import keras
import numpy as np


# Wrong in Keras 3.15: the GRU inside does not refuse a second build().
@keras.saving.register_keras_serializable(package="guide")
class Encoder(keras.layers.Layer):
    """Read a sequence, from its beginning or from its end.

    Args:
        units: Size of the outputs.
        go_backwards: Whether to begin at the end.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    return_sequences = return_state = stateful = False

    def __init__(self, units, go_backwards=False, **kwargs):
        """Create the layer that reads."""
        super().__init__(**kwargs)
        self.units = units
        self.go_backwards = go_backwards
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.gru = keras.layers.GRU(units, go_backwards=go_backwards, **shared)

    def build(self, input_shape):
        """Build the layer that reads."""
        self.gru.build(input_shape)

    def call(self, inputs, initial_state=None, mask=None, training=None):
        """Map floats `(batch, steps, size)` to floats `(batch, units)`."""
        return self.gru(
            inputs, initial_state=initial_state, mask=mask, training=training
        )

    def compute_output_shape(self, input_shape):
        """Return `(batch, units)`."""
        return (input_shape[0], self.units)

    def get_config(self):
        """Return the arguments that create the layer again."""
        own = {"units": self.units, "go_backwards": self.go_backwards}
        return {**super().get_config(), **own}


both = keras.layers.Bidirectional(Encoder(4))
print(tuple(both(np.ones((2, 3, 5))).shape))
