"""A mistake: a compute_loss() that forgets weights and layer losses."""

# %% define
import keras
import numpy as np
from keras import ops

x = np.linspace(-1.0, 1.0, 64).reshape(-1, 1)
y = np.where(np.arange(64) % 2 == 0, 2.0, -1.0).reshape(-1, 1) * x
# Every second row is wrong: a weight of zero takes it out.
weights = np.where(np.arange(64) % 2 == 0, 2.0, 0.0)


@keras.saving.register_keras_serializable(package="guide")
class Line(keras.Model):
    """A dense layer with a penalty for large weights."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(
            1,
            kernel_initializer="zeros",
            kernel_regularizer="l2",
            **shared,
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)


@keras.saving.register_keras_serializable(package="guide")
class Forgets(Line):
    """The same model, with a loss from the labels alone."""

    def compute_loss(self, x, y, y_pred, sample_weight=None, training=True):
        """Return the mean squared error."""
        return ops.mean(ops.square(y - ops.cast(y_pred, "float32")))


@keras.saving.register_keras_serializable(package="guide")
class Keeps(Line):
    """The same model, with a loss on top of the usual one."""

    def compute_loss(self, x, y, y_pred, sample_weight=None, training=True):
        """Return the usual loss, and a penalty for predictions above 1."""
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        sizes = ops.abs(ops.cast(y_pred, "float32"))
        return loss + 0.1 * ops.mean(ops.relu(sizes - 1.0))


# %% compare
for kind in (Line, Forgets, Keeps):
    model = kind()
    model.compile(optimizer=keras.optimizers.SGD(0.2), loss="mse")
    model.fit(x, y, sample_weight=weights, epochs=20, shuffle=False, verbose=0)
    slope = model.dense.get_weights()[0].item()
    print(f"{kind.__name__}: slope {slope:.1f}")
