"""A solution: build() finds out the number of columns."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Center(keras.layers.Layer):
    """Subtract the running mean of each column."""

    def __init__(self, momentum=0.9, **kwargs):
        """Keep the momentum, the only thing known so far."""
        super().__init__(**kwargs)
        self.momentum = momentum

    def build(self, input_shape):
        """Create the mean for inputs of shape `(batch, features)`."""
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
