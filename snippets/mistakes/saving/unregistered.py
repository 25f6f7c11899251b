"""A mistake: a class that nobody registered."""

# %% use raises=TypeError
import keras
import numpy as np


class Double(keras.Model):
    """Multiply by two."""

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        return 2.0 * inputs


model = Double()
model(np.ones((1, 3)))
model.save("model.keras")
try:
    keras.saving.load_model("model.keras")
except TypeError as error:
    # The rest of the message is the configuration of the model.
    cause = str(error).partition(" Full object config")[0]
    raise TypeError(cause) from None
