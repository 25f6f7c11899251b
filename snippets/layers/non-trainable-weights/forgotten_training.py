"""A mistake: a model that does not take training, and the cure."""

# %% define
import keras
import numpy as np


class Forgetful(keras.Model):
    """Normalize the inputs, then map them to one number."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.normalize = keras.layers.BatchNormalization(**shared)
        self.output_layer = keras.layers.Dense(1, **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.output_layer(self.normalize(inputs))


# %% fit
x, y = np.full((64, 2), 5.0, "float32"), np.ones((64, 1), "float32")
model = Forgetful()
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, epochs=3, verbose=0)
print("running mean:", model.normalize.moving_mean.numpy().round(3))


# %% cure
class Careful(Forgetful):
    """The same model, which hands `training` on."""

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.output_layer(self.normalize(inputs, training=training))


model = Careful()
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, epochs=3, verbose=0)
print("running mean:", model.normalize.moving_mean.numpy().round(3))
