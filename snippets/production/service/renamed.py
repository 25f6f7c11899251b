"""A file of weights goes by the names of attributes."""

# %% define
import h5py
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """Two dense layers."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.body = keras.layers.Dense(4, **shared)
        self.head = keras.layers.Dense(1, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, n)` to floats `(batch, 1)`."""
        return self.head(self.body(inputs))


x = np.ones((1, 3))
model = Scorer()
model(x)
model.save_weights("old.weights.h5")
with h5py.File("old.weights.h5") as file:
    names = []
    file.visit(names.append)
print([name for name in names if name.endswith("vars/0")])


# %% rename
@keras.saving.register_keras_serializable(package="guide")
class Renamed(keras.Model):
    """The same, with another name for the first layer."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.encoder = keras.layers.Dense(4, **shared)
        self.head = keras.layers.Dense(1, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, n)` to floats `(batch, 1)`."""
        return self.head(self.encoder(inputs))


renamed = Renamed()
renamed(x)
try:
    renamed.load_weights("old.weights.h5")
except ValueError as error:
    print(str(error).splitlines()[0])

# %% edit
with h5py.File("old.weights.h5", "r+") as file:
    file.move("body", "encoder")
renamed.load_weights("old.weights.h5")
pairs = zip(model.get_weights(), renamed.get_weights(), strict=True)
print("difference:", max(np.abs(one - other).max() for one, other in pairs))
