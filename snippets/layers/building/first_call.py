"""The order of events when a layer is called for the first time."""

# %% define
import keras
import numpy as np
from keras import ops


class Witness(keras.layers.Layer):
    """Multiply by one weight, and report each step."""

    def report(self, event):
        """Print the event with what the layer is at that moment."""
        print(f"{event}, built={self.built}, weights={len(self.weights)}")

    def __init__(self, **kwargs):
        """Create no weight yet."""
        super().__init__(**kwargs)
        self.report("end of __init__")

    def build(self, input_shape):
        """Create the weight for inputs of shape `(batch, features)`."""
        self.report(f"build for {input_shape}")
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        dtype = keras.backend.standardize_dtype(inputs.dtype)
        self.report(f"call with {dtype}")
        return ops.multiply(inputs, self.scale)


# %% create
witness = Witness()

# %% first
rows = np.ones((2, 3), dtype="float64")
outputs = witness(rows)

# %% second
outputs = witness(np.ones((5, 3), dtype="float64"))

# %% symbolic
witness = Witness()
outputs = witness(keras.Input((3,)))
