"""A layer whose inputs must not be rounded: autocast=False."""

# %% define
import math

import keras
import numpy as np
from keras import ops


def on_a_circle(seconds):
    """Map seconds of the day `(batch,)` to `float32` points `(batch, 2)`."""
    angle = 2.0 * math.pi * ops.cast(seconds, "float32") / 86400.0
    return ops.stack([ops.cos(angle), ops.sin(angle)], axis=-1)


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
        return ops.cast(on_a_circle(inputs), self.compute_dtype)


# Wrong on purpose: seconds of a day are too many for float16.
@keras.saving.register_keras_serializable(package="guide")
class RoundedClock(keras.layers.Layer):
    """The same, with inputs that Keras has cast to half precision."""

    def call(self, inputs):
        """Map seconds `(batch,)` to floats `(batch, 2)`."""
        return ops.cast(on_a_circle(inputs), self.compute_dtype)


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
