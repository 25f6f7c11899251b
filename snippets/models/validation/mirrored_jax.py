"""A test_step() and a predict_step() that agree, on JAX."""
# backends: jax

# %% data
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np

random = np.random.default_rng(0)
points = random.normal(size=(130, 2)).astype("float32")
targets = np.abs(points[:, :1])  # the same for a point and its mirror image


@keras.saving.register_keras_serializable(package="guide")
class Plain(keras.Model):
    """Two dense layers, which know nothing of mirror images."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(8, activation="relu", **shared)
        self.head = keras.layers.Dense(1, **shared)

    def call(self, inputs, training=None):
        """Map points `(batch, 2)` to floats `(batch, 1)`."""
        return self.head(self.hidden(inputs))


# %% define
@keras.saving.register_keras_serializable(package="guide")
class Mirrored(Plain):
    """The same model, with the mean of two predictions as its answer."""

    def both(self, trainable, fixed, x):
        """Return the mean of two predictions, and the state after them."""
        one, fixed = self.stateless_call(trainable, fixed, x, training=False)
        two, fixed = self.stateless_call(trainable, fixed, -x, training=False)
        return 0.5 * (one + two), fixed

    def test_step(self, state, data):
        """Return the metrics so far, and the state after one batch."""
        trainable, fixed, metrics = state
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        y_pred, fixed = self.both(trainable, fixed, x)
        loss, (_, fixed, metrics) = self.stateless_compute_loss(
            *(trainable, fixed, metrics),
            *(x, y, y_pred, sample_weight),
            training=False,
        )
        mapping = zip(self.metrics_variables, metrics, strict=True)
        with keras.StatelessScope(mapping) as scope:
            self.metrics[0].update_state(loss, sample_weight=len(x))
            logs = self.compute_metrics(x, y, y_pred, sample_weight)
        metrics = [scope.get_current_value(v) for v in self.metrics_variables]
        return logs, (trainable, fixed, metrics)

    def predict_step(self, state, data):
        """Return the answers for one batch, and the state after it."""
        x, _, _ = keras.utils.unpack_x_y_sample_weight(data)
        return self.both(*state, x)


# %% compare
for kind in (Plain, Mirrored):
    keras.utils.set_random_seed(0)
    model = kind()
    model.compile(keras.optimizers.Adam(0.01), loss="mse", metrics=["mae"])
    model.fit(points, targets, epochs=10, verbose=0)
    found = model.evaluate(points, targets, verbose=0)
    errors = model.predict(points, verbose=0) - targets
    by_hand = [np.mean(errors**2), np.mean(np.abs(errors))]
    print(f"{kind.__name__}: evaluate() says", np.round(found, 3))
    print(f"{kind.__name__}: predictions say", np.round(by_hand, 3))
