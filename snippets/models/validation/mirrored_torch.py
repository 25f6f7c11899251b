"""A test_step() and a predict_step() that agree, on PyTorch."""
# backends: torch

# %% data
import os

os.environ["KERAS_BACKEND"] = "torch"

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

    def both(self, x):
        """Return the mean of the predictions for points and mirror images."""
        return 0.5 * (self(x, training=False) + self(-x, training=False))

    def test_step(self, data):
        """Measure one batch and return the metrics so far."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        y_pred = self.both(x)
        loss = self.compute_loss(x, y, y_pred, sample_weight, training=False)
        self.metrics[0].update_state(loss, sample_weight=len(x))
        return self.compute_metrics(x, y, y_pred, sample_weight)

    def predict_step(self, data):
        """Return the answers for one batch."""
        x, _, _ = keras.utils.unpack_x_y_sample_weight(data)
        return self.both(x)


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
