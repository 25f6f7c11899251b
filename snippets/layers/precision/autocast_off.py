"""A layer whose inputs must not be rounded: autocast=False."""

# %% define
import math

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Clock(keras.layers.Layer):
    """Turn seconds of the day into a point on a circle.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, **kwargs):
        """Take the inputs as they come."""
        super().__init__(autocast=False, **kwargs)

    def call(self, inputs):
        """Map seconds `(batch,)`, of any dtype, to floats `(batch, 2)`."""
        turns = ops.cast(inputs, "float32") / 86400.0
        angle = 2.0 * math.pi * turns
        point = ops.stack([ops.cos(angle), ops.sin(angle)], axis=-1)
        return ops.cast(point, self.compute_dtype)


# Wrong on purpose: seconds of a day are too many for float16.
@keras.saving.register_keras_serializable(package="guide")
class RoundedClock(Clock):
    """The same, with inputs that Keras has cast to half precision."""

    def __init__(self, **kwargs):
        """Leave autocasting on, as it is by default."""
        keras.layers.Layer.__init__(self, **kwargs)


# %% use
seconds = np.array([3600.0, 7201.0, 80000.0], dtype="float32")


def show(layer):
    """Print the points for three times of the day."""
    points = ops.convert_to_numpy(layer(seconds)).astype("float32")
    print(layer.name, layer.compute_dtype)
    print(points.round(3))


for policy in ("float32", "mixed_float16"):
    show(Clock(dtype=policy, name="clock"))
    show(RoundedClock(dtype=policy, name="rounded_clock"))
