"""A mistake: a layer that does not take what every Keras layer takes."""

# %% define
import keras
from keras import ops


# Wrong on purpose: dtype and name have nowhere to go.
@keras.saving.register_keras_serializable(package="guide")
class Shift(keras.layers.Layer):
    """Add a number to the inputs."""

    def __init__(self, by):
        """Keep the number."""
        super().__init__()
        self.by = by

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs + self.by


# %% right
print(ops.convert_to_numpy(Shift(by=2.0)(ops.ones((1, 3)))))

# %% wrong raises=TypeError
Shift(by=2.0, dtype="mixed_float16")
