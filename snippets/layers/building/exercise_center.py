"""Exercise: let a layer find out the number of columns."""

# %% start
import keras
import numpy as np
from keras import ops


# Wrong on purpose: the layer has to be told how many columns there are.
@keras.saving.register_keras_serializable(package="guide")
class Center(keras.layers.Layer):
    """Subtract the running mean of each column."""

    def __init__(self, features=1, momentum=0.9, **kwargs):
        """Create the mean, for as many columns as the caller says."""
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
x = np.array([[1.0, 10.0, 100.0], [3.0, 30.0, 300.0]])
center = Center(momentum=0.5)
before = len(center.weights)
center(x)
assert before == 0, f"before the first call: 0 weights wanted, {before} found"

center(x, training=True)
mean = center.get_weights()[0]
assert mean.tolist() == [1.0, 10.0, 100.0], f"[1, 10, 100], not {mean}"

twin = Center.from_config(center.get_config())
assert twin.momentum == 0.5, "get_config() must keep the momentum"
twin.build((None, 5))
assert tuple(twin.weights[0].shape) == (5,), "five columns, five means"
print(mean)
