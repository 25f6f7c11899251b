"""The cure: one weight."""

# %% fit
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a learned number."""

    def __init__(self, **kwargs):
        """Create the number."""
        super().__init__(**kwargs)
        self.scale = self.add_weight(
            shape=(), initializer="zeros", name="scale"
        )

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs


model = keras.Sequential([Scale()])
model.compile(optimizer="sgd", loss="mse")
x = np.ones((32, 1))
model.fit(x, 3.0 * x, verbose=0)
print([weight.path for weight in model.weights])
