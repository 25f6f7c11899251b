"""A block without a build() comes back from a file, with a warning."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Block(keras.layers.Layer):
    """Two dense layers, which the first call builds.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, **kwargs):
        """Create the children."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.first = keras.layers.Dense(4, activation="relu", **shared)
        self.second = keras.layers.Dense(2, **shared)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., 2)`."""
        return self.second(self.first(inputs))


# %% load warns=UserWarning
x = np.random.default_rng(0).normal(size=(4, 3)).astype("float32")
model = keras.Sequential([keras.Input((3,)), Block(name="block")])
model.save("block.keras")
loaded = keras.saving.load_model("block.keras")

saved, read = model.predict(x, verbose=0), loaded.predict(x, verbose=0)
print("the same outputs:", np.array_equal(saved, read))
