"""A mistake: an array in the configuration."""
# backends: tensorflow jax

# %% use raises=Exception
import keras
import numpy as np


# Wrong on purpose: the array comes back as a dictionary.
@keras.saving.register_keras_serializable(package="guide")
class Shift(keras.layers.Layer):
    """Add a number to each feature."""

    def __init__(self, offset, **kwargs):
        """Keep the numbers."""
        super().__init__(**kwargs)
        self.offset = offset

    def call(self, inputs):
        """Map floats `(batch, size)` to floats of the same shape."""
        return inputs + self.offset

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "offset": self.offset}


shift = Shift(np.array([1.0, 2.0], "float32"))
model = keras.Sequential([keras.Input((2,)), shift])
model.save("model.keras")
try:
    keras.saving.load_model("model.keras")
except Exception as error:
    # What comes before is the configuration of the model.
    cause = str(error).partition("Exception encountered: ")[2]
    raise type(error)(cause) from None
