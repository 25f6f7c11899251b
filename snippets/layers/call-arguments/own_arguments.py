"""An argument of your own: a temperature, given with each call."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Temperature(keras.layers.Layer):
    """Softmax of logits; a high temperature evens the result out."""

    def call(self, logits, temperature=1.0):
        """Map logits `(batch, classes)` to floats of the same shape."""
        return ops.softmax(logits / temperature)


# %% use
softmax = Temperature()
logits = np.array([[0.0, 1.0, 2.0]], dtype="float32")
print(ops.convert_to_numpy(softmax(logits)).round(2))
print(ops.convert_to_numpy(softmax(logits, temperature=10.0)).round(2))

# %% model
inputs = keras.Input((3,))
model = keras.Model(inputs, softmax(inputs, temperature=10.0))
print(model.predict(logits, verbose=0).round(2))
