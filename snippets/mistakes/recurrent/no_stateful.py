"""A mistake: Bidirectional around a layer without the usual attributes."""

# %% use raises=AttributeError
import keras


# Wrong on purpose: it has no attributes stateful and return_state.
@keras.saving.register_keras_serializable(package="guide")
class Average(keras.layers.Layer):
    """Average over the steps.

    Args:
        go_backwards: Whether to begin at the end.
        return_sequences: Always False.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    def __init__(self, go_backwards=False, return_sequences=False, **kwargs):
        """Remember the direction."""
        super().__init__(**kwargs)
        self.go_backwards = go_backwards
        self.return_sequences = return_sequences

    def call(self, inputs):
        """Map floats `(batch, steps, size)` to floats `(batch, size)`."""
        return keras.ops.mean(inputs, axis=1)


keras.layers.Bidirectional(Average())
