"""Solution: `build()` makes the mean, once, from the shape of the input."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Center(keras.layers.Layer):
    """Subtract the running mean of each feature.

    Args:
        momentum: Share of the old mean that survives a training step.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, momentum=0.9, **kwargs):
        """Keep the momentum; the mean is created by `build()`."""
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        """Create the mean for inputs `(batch, features)`."""
        if self.built:
            return
        self.mean = self.add_weight(
            shape=(input_shape[-1],),
            initializer="zeros",
            trainable=False,
            autocast=False,
            name="mean",
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats of the same shape."""
        if training:
            batch_mean = ops.mean(ops.cast(inputs, self.mean.dtype), axis=0)
            kept = self.momentum * self.mean
            self.mean.assign(kept + (1.0 - self.momentum) * batch_mean)
        return inputs - ops.cast(self.mean, inputs.dtype)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "momentum": self.momentum}


# %% check
center = Center()
before = len(center.weights)
columns = center.mean.shape[0] if before else 3
center(np.ones((4, columns), dtype="float32"), training=True)
assert before == 0, f"{before} weights before the first call"
assert center.mean.shape == (3,), f"a mean of shape {center.mean.shape}"

mean = center.mean
center.build((None, 3))
assert center.mean is mean, "a second build() made a second mean"
twin = Center.from_config(center.get_config())
assert twin.weights == [], "the copy has weights before its first call"
print("mean:", mean.numpy().round(2))
