"""Exercise: a model with one more method."""

# %% start
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class SameDigit(keras.Model):
    """Say how probable it is that two images show the same digit."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(
            64, activation="relu", name="hidden", **shared
        )
        self.code = keras.layers.Dense(units, name="code", **shared)

    def encode(self, images):
        """Map images `(batch, pixels)` to codes `(batch, units)`."""
        return self.code(self.hidden(images))

    def call(self, inputs):
        """Map two arrays of images to probabilities `(batch, 1)`."""
        left, right = inputs
        difference = self.encode(left) - self.encode(right)
        distance = ops.sum(ops.square(difference), axis=-1, keepdims=True)
        return ops.exp(-distance)

    def get_config(self):
        """Return the arguments that make this model again."""
        return {**super().get_config(), "units": self.units}


# %% check raises=AssertionError
left, right = np.random.default_rng(1).uniform(size=(2, 3, 64))
model = SameDigit(units=8, name="same_digit")
found = model.predict([left, right], verbose=0)

assert hasattr(model, "distance"), "the model has no method distance()"
distance = ops.convert_to_numpy(model.distance(left, right))
assert distance.shape == (3, 1), f"one number per pair, not {distance.shape}"
itself = ops.convert_to_numpy(model.distance(left, left))
assert np.allclose(itself, 0.0), f"from an image to itself it is {itself}"
wanted = np.exp(-distance)
assert np.allclose(found, wanted, atol=1e-5), f"call() gives {found}"
print("from an image to itself:", itself.ravel())
