"""What Keras 3 makes of the paths that Keras 2 saved to."""

# %% paths
import keras
import numpy as np
from absl import logging


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """A subclassed model of one dense layer."""

    def __init__(self, **kwargs):
        """Create the layer."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)


def load(path):
    """Load a model, and tell Keras of the class."""
    return keras.saving.load_model(path, custom_objects={"Net": Net})


def outcome(function, path):
    """Return what comes of saving to a path, or of loading from it."""
    try:
        function(path)
    except ValueError as error:
        return f"ValueError: {str(error).partition('. ')[0]}"
    return "done"


logging.set_verbosity(logging.ERROR)  # Keras logs that HDF5 is legacy.
model = Net()
model(np.ones((1, 2)))
print("save, folder:", outcome(model.save, "net"))
print("save_weights, folder:", outcome(model.save_weights, "net"))
print("save_weights, .h5:", outcome(model.save_weights, "net.h5"))

# %% hdf5
sequential = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
for name, each in {"sequential": sequential, "subclassed": model}.items():
    for path in ("net.h5", "net.keras"):
        print(f"{name}, save {path}:", outcome(each.save, path))
        print(f"{name}, load {path}:", outcome(load, path))
