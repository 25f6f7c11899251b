"""Exercise: a layer that reads what an older version has written."""

# %% start
import keras
import numpy as np


# Wrong on purpose: it loses the old argument, the name, the dtype and the flag.
@keras.saving.register_keras_serializable(package="guide")
class Decay(keras.layers.Layer):
    """Multiply by one half for each `seconds` that have passed.

    Version 1 had an argument `minutes` in place of `seconds`.
    """

    def __init__(self, seconds, **kwargs):
        """Keep the time after which one half is left."""
        super().__init__(**kwargs)
        self.seconds = seconds

    def call(self, inputs):
        """Map seconds, floats of any shape, to what is left of one."""
        return keras.ops.power(0.5, inputs / self.seconds)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "seconds": self.seconds}

    @classmethod
    def from_config(cls, config):
        """Create the layer from what `get_config()` returned."""
        return cls(seconds=config.get("seconds", 60.0))


# %% check raises=AssertionError
old = {"name": "decay", "trainable": True, "dtype": "float32", "minutes": 2.0}
kept = dict(old)
layer = Decay.from_config(old)
assert layer.seconds == 120.0, f"2 minutes became {layer.seconds} seconds"
assert layer.name == "decay", f"the name has become {layer.name}"
assert old == kept, "from_config() has changed the caller's dictionary"
again = Decay.from_config(Decay(30.0, name="new").get_config())
assert (again.seconds, again.name) == (30.0, "new"), "new ones must work, too"
left = keras.ops.convert_to_numpy(layer(np.array([0.0, 120.0, 240.0])))
print(left)
