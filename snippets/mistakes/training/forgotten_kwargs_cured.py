"""A cure: __init__() passes on what it does not know."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Shift(keras.layers.Layer):
    """Add a number.

    Args:
        by: The number.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, by, **kwargs):
        """Keep the number."""
        super().__init__(**kwargs)
        self.by = by

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs + self.by

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "by": self.by}


outputs = Shift(2.0, dtype="mixed_float16")(ops.ones((1, 3)))
print(ops.dtype(outputs), ops.convert_to_numpy(outputs))
