"""A cure: the configuration holds a list of numbers."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Shift(keras.layers.Layer):
    """Add a number to each feature."""

    def __init__(self, offset, **kwargs):
        """Keep the numbers, given as a list or as an array."""
        super().__init__(**kwargs)
        self.offset = np.asarray(offset, "float32")

    def call(self, inputs):
        """Map floats `(batch, size)` to floats of the same shape."""
        return inputs + ops.cast(self.offset, inputs.dtype)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "offset": self.offset.tolist()}


shift = Shift(np.array([1.0, 2.0], "float32"))
model = keras.Sequential([keras.Input((2,)), shift])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
print(shift.get_config()["offset"], loaded.predict(np.ones((1, 2)), verbose=0))
