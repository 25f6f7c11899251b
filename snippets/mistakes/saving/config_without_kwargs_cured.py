"""A cure: __init__() takes all that get_config() returns."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a number.

    Args:
        factor: The number.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, factor, **kwargs):
        """Keep the number."""
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.factor * inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "factor": self.factor}


model = keras.Sequential([keras.Input((3,)), Scale(3.0)])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
print(loaded.predict(np.ones((1, 3)), verbose=0))
