"""A layer that reads the configurations of its older versions."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Clip(keras.layers.Layer):
    """Clip values to a range.

    Args:
        low: Smallest value.
        high: Largest value.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, low, high, **kwargs):
        """Keep the range."""
        super().__init__(**kwargs)
        self.low = low
        self.high = high

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return keras.ops.clip(inputs, self.low, self.high)

    def get_config(self):
        """Return the arguments, and the version of their meaning."""
        config = {"low": self.low, "high": self.high, "version": 2}
        return {**super().get_config(), **config}

    @classmethod
    def from_config(cls, config):
        """Create the layer from a configuration of any version."""
        config = dict(config)
        version = config.pop("version", 1)
        if version == 1:  # one limit, for both sides
            limit = config.pop("limit")
            config.update(low=-limit, high=limit)
        elif version > 2:
            raise ValueError(f"version {version} is newer than this code")
        return cls(**config)


# %% use
old = {"name": "clip", "trainable": True, "dtype": "float32", "limit": 2.0}
new = Clip(-1.0, 3.0).get_config()
x = np.array([-5.0, 0.0, 5.0])
for config in (old, new):
    layer = Clip.from_config(config)
    print(keras.ops.convert_to_numpy(layer(x)))

# %% newer raises=ValueError
Clip.from_config({**new, "version": 3})
