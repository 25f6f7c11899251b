"""A mistake: a functional model with one more layer in call()."""

# %% use raises=ValueError
import keras
import numpy as np


# Wrong on purpose: loading wires the inputs again, and calls nothing.
@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """Two layers, of which one is wired in __init__()."""

    def __init__(self, **kwargs):
        """Wire the first layer, and keep the second."""
        inputs = keras.Input((3,))
        hidden = keras.layers.Dense(2)(inputs)
        super().__init__(inputs, hidden, **kwargs)
        self.head = keras.layers.Dense(1, name="head")

    def call(self, inputs, training=None, mask=None):
        """Map floats `(batch, 3)` to floats `(batch, 1)`."""
        return self.head(super().call(inputs, training=training, mask=mask))


model = Scorer()
model(np.ones((1, 3)))
model.save("model.keras")
keras.saving.load_model("model.keras")
