"""Solution: every step calls `compute_loss()`, and so does `evaluate()`."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Modest(keras.Model):
    """A dense layer whose large outputs cost something.

    Args:
        rate: Cost of the mean square of the outputs.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, rate=0.5, **kwargs):
        """Create the layer, with ones to begin with."""
        super().__init__(**kwargs)
        self.rate = rate
        self.dense = keras.layers.Dense(
            1, kernel_initializer="ones", dtype=self.dtype_policy
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def compute_loss(
        self, x=None, y=None, y_pred=None, sample_weight=None, training=True
    ):
        """Return the usual loss, and the cost of the outputs on top."""
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        squares = ops.mean(ops.square(ops.cast(y_pred, loss.dtype)))
        return loss + self.rate * squares

    def get_config(self):
        """Return the arguments that create this model again."""
        return {**super().get_config(), "rate": self.rate}


# %% check
x, y = np.ones((8, 2)), np.zeros((8, 1))
model = Modest(rate=0.5)
model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse")
fitted = model.fit(x, y, verbose=0).history["loss"][0]
# Each output is 2: a squared error of 4, and 0.5 * 4 on top.
assert fitted == 6.0, f"fit() says {fitted}, 6.0 wanted"
evaluated = model.evaluate(x, y, verbose=0)
assert evaluated == 6.0, f"evaluate() says {evaluated}, 6.0 wanted"
print("fit and evaluate:", fitted, evaluated)
