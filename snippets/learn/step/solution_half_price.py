"""Solution: a lower limit for predictions as well."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class PriceModel(keras.Model):
    """Predict what is paid; penalize what is not plausible."""

    def __init__(self, penalty=4.0, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        self.penalty = penalty
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, use_bias=False, **shared)

    def call(self, inputs):
        """Map list prices `(batch, 1)` to prices `(batch, 1)`."""
        return self.dense(inputs)

    def compute_loss(
        self, x=None, y=None, y_pred=None, sample_weight=None, training=True
    ):
        """Return the usual loss plus the penalty."""
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        x, y_pred = ops.cast(x, "float32"), ops.cast(y_pred, "float32")
        above = ops.relu(y_pred - x)
        below = ops.relu(0.5 * x - y_pred)
        penalty = ops.mean(ops.square(above) + ops.square(below))
        return loss + self.penalty * penalty

    def get_config(self):
        """Return the arguments that create this model again."""
        return {**super().get_config(), "penalty": self.penalty}


# %% check
x = np.array([[1.0], [3.0]])
model = PriceModel(penalty=4.0)
model.compile(loss="mse")
model(x)
for price, expected in ((2.0, 20.0), (0.75, 0.0), (0.0, 5.0)):
    model.dense.kernel.assign([[price]])
    loss = model.evaluate(x, price * x, verbose=0)
    assert abs(loss - expected) < 1e-4, (
        f"{price} times the list price: {loss:.2f} instead of {expected}"
    )
print("penalties: 20, 0 and 5")
