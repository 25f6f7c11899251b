"""A cure: the class is registered under a name."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Double(keras.Model):
    """Multiply by two."""

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        return 2.0 * inputs


model = Double()
model(np.ones((1, 3)))
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
print(loaded.predict(np.ones((1, 3)), verbose=0))
