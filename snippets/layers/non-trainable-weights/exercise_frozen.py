"""Exercise: let a frozen layer keep its mean."""

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

    def __init__(self, features, momentum=0.9, **kwargs):
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
x = np.full((4, 2), 10.0, dtype="float32")
center = Center(features=2)
center(x, training=True)
learned = center.mean.numpy()
assert np.allclose(learned, 1.0), "a layer that is not frozen has to learn"

center.trainable = False
center(x, training=True)
assert np.array_equal(center.mean.numpy(), learned), "frozen, and yet it moved"

center.trainable = True
center(x, training=True)
assert np.all(center.mean.numpy() > learned), "thawed, it has to learn again"
print("mean, learned and thawed:", learned[0], center.mean.numpy()[0].round(2))
