"""A mistake: Bidirectional around a layer that cannot go backwards."""

# %% use raises=TypeError
import keras


# Wrong on purpose: it takes none of the arguments of a recurrent layer.
@keras.saving.register_keras_serializable(package="guide")
class Encoder(keras.layers.Layer):
    """Read a sequence.

    Args:
        units: Size of the outputs.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    def __init__(self, units, **kwargs):
        """Create the layer that reads."""
        super().__init__(**kwargs)
        self.units = units
        self.gru = keras.layers.GRU(units)

    def call(self, inputs):
        """Map floats `(batch, steps, size)` to floats `(batch, units)`."""
        return self.gru(inputs)

    def get_config(self):
        """Return the arguments that create the layer again."""
        return {**super().get_config(), "units": self.units}


keras.layers.Bidirectional(Encoder(4))
