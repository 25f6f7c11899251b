"""Three models with dropout: what fit() makes of each."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Forgetful(keras.Model):
    """Drop nearly all inputs while training, then add up the rest."""

    def __init__(self, **kwargs):
        """Create both layers; the dense one adds, as all its weights are 1."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dropout = keras.layers.Dropout(0.9999, seed=1, **shared)
        self.total = keras.layers.Dense(1, kernel_initializer="ones", **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to `(batch, 1)`: no training."""
        return self.total(self.dropout(inputs))


@keras.saving.register_keras_serializable(package="guide")
class Silent(Forgetful):
    """Accept training, and do not hand it on."""

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to `(batch, 1)`."""
        return self.total(self.dropout(inputs))


@keras.saving.register_keras_serializable(package="guide")
class Forwarding(Forgetful):
    """Accept training, and hand it on."""

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to `(batch, 1)`."""
        return self.total(self.dropout(inputs, training=training))


# %% fit
x = np.ones((32, 4))
for model in (Forgetful(), Silent(), Forwarding()):
    model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse")
    history = model.fit(x, np.zeros((32, 1)), verbose=0)
    print(type(model).__name__, history.history["loss"])
