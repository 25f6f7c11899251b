"""Exercise: let build() find the number of features."""

# %% start
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Center(keras.layers.Layer):
    """Subtract the running mean of each feature.

    Args:
        features: Number of columns of the input.
        momentum: Share of the old mean that survives a training step.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, features=2, momentum=0.9, **kwargs):
        """Create the mean, which training moves."""
        super().__init__(**kwargs)
        self.features = features
        self.momentum = momentum
        self.mean = self.add_weight(
            shape=(features,),
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
        config = {"features": self.features, "momentum": self.momentum}
        return {**super().get_config(), **config}


# %% check raises=AssertionError
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
