"""Exercise: a test that finds an argument that is lost."""

# %% start
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Bounded(keras.layers.Layer):
    """Limit numbers to those between -limit and limit.

    Args:
        limit: The largest number that comes out.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, limit=1.0, **kwargs):
        """Keep the limit."""
        super().__init__(**kwargs)
        self.limit = limit

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return keras.ops.clip(inputs, -self.limit, self.limit)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "limit": self.limit}


# breaks config, saving, precision: it is what the test should find.
@keras.saving.register_keras_serializable(package="guide")
class Forgetful(Bounded):
    """The same, but a copy has the default limit."""

    def get_config(self):
        """Return all but the limit."""
        config = super().get_config()
        del config["limit"]
        return config


def copies_are_right(layer_class):
    """Return whether a copy of a layer computes what the layer does."""
    layer = layer_class()
    copy = layer_class.from_config(layer.get_config())
    x = np.array([[9.0]], dtype="float32")
    return bool(keras.ops.all(layer(x) == copy(x)))


# %% check raises=AssertionError
x = np.array([[9.0]], dtype="float32")
for layer_class in (Bounded, Forgetful):
    layer_class(limit=2.0)(x)
assert copies_are_right(Bounded), "there is nothing wrong with this layer"
assert not copies_are_right(Forgetful), "the copy of this one has another limit"
print("found: a copy of Forgetful has another limit")
