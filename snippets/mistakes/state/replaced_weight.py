"""A mistake: a second weight takes the place of the first."""
# backends: tensorflow torch

# %% fit warns=UserWarning
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a learned number."""

    def __init__(self, start=1.0, **kwargs):
        """Create the number."""
        super().__init__(**kwargs)
        self.start = start
        self.scale = self.add_weight(shape=(), initializer="ones", name="scale")
        if start != 1.0:
            initializer = keras.initializers.Constant(start)
            self.scale = self.add_weight(
                shape=(), initializer=initializer, name="start"
            )

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "start": self.start}


model = keras.Sequential([Scale(start=2.0)])
model.compile(optimizer="sgd", loss="mse")
x = np.ones((32, 1))
model.fit(x, 3.0 * x, verbose=0)
print([weight.path for weight in model.weights])
