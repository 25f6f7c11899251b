"""A cure: a function with a name, and registered."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
def double(inputs):
    """Map floats of any shape to twice these."""
    return 2.0 * inputs


model = keras.Sequential([keras.Input((3,)), keras.layers.Lambda(double)])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
print(loaded.predict(np.ones((1, 3)), verbose=0))
