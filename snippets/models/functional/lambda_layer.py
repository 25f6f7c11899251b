"""Two ways to put a formula into a functional model, and to load it."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Swish(keras.layers.Layer):
    """Multiply each value by its sigmoid of a given slope."""

    def __init__(self, slope=1.0, **kwargs):
        """Keep the slope."""
        super().__init__(**kwargs)
        self.slope = slope

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs * ops.sigmoid(self.slope * inputs)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "slope": self.slope}


def swish(inputs):
    """Map floats of any shape to floats of the same shape."""
    return inputs * ops.sigmoid(inputs)


# %% compare
rows = np.array([[-1.0, 0.0, 1.0]], dtype="float32")


def reload(wire):
    """Save a model of one formula, load it, and return it."""
    inputs = keras.Input((3,))
    keras.Model(inputs, wire(inputs)).save("formula.keras")
    return keras.saving.load_model("formula.keras")


for wire in (Swish(), swish):
    model = reload(wire)
    print(model.predict(rows, verbose=0).round(2), len(model.operations))
