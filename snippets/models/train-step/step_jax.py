"""A training step of your own on JAX, which does what fit() does."""
# backends: jax

# %% data
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

random = np.random.default_rng(0)
points = random.normal(size=(200, 3)).astype("float32")
targets = points @ np.array([[1.0], [-2.0], [3.0]], dtype="float32")


@keras.saving.register_keras_serializable(package="guide")
class Line(keras.Model):
    """A weighted sum of the inputs; a penalty keeps the weights small."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(
            1,
            kernel_initializer="ones",
            kernel_regularizer=keras.regularizers.L2(0.01),
            **shared,
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)


# %% define
@keras.saving.register_keras_serializable(package="guide")
class SteppedLine(Line):
    """The same model with steps of its own."""

    def train_step(self, state, data):
        """Return the metrics so far, and the state after one batch."""
        trainable, fixed, optimizer, metrics = state
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        gradients_of = jax.value_and_grad(
            self.compute_loss_and_updates, has_aux=True
        )
        (_, (loss, y_pred, fixed, metrics)), gradients = gradients_of(
            trainable,
            fixed,
            metrics,
            x,
            y,
            sample_weight,
            training=True,
            optimizer_variables=optimizer,
        )
        trainable, optimizer = self.optimizer.stateless_apply(
            optimizer, gradients, trainable
        )
        logs, metrics = self.record(metrics, loss, x, y, y_pred, sample_weight)
        return logs, (trainable, fixed, optimizer, metrics)

    def test_step(self, state, data):
        """Return the metrics so far, and the state after one batch."""
        trainable, fixed, metrics = state
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        loss, (_, y_pred, fixed, metrics) = self.compute_loss_and_updates(
            trainable, fixed, metrics, x, y, sample_weight, training=False
        )
        logs, metrics = self.record(metrics, loss, x, y, y_pred, sample_weight)
        return logs, (trainable, fixed, metrics)

    def record(self, metrics, loss, x, y, y_pred, sample_weight):
        """Return the metrics so far, and new values for their variables."""
        mapping = zip(self.metrics_variables, metrics, strict=True)
        with keras.StatelessScope(mapping) as scope:
            rows = keras.tree.flatten(x)[0]  # also of lists and dicts
            self.metrics[0].update_state(loss, sample_weight=len(rows))
            logs = self.compute_metrics(x, y, y_pred, sample_weight)
        return logs, [
            scope.get_current_value(variable)
            for variable in self.metrics_variables
        ]


# %% compare
def results_of(model):
    """Train a model, and return its numbers from fit() and evaluate()."""
    model.compile(optimizer="sgd", loss="mse", metrics=["mae"])
    history = model.fit(
        points,
        targets,
        sample_weight=np.linspace(0.0, 2.0, 200),
        epochs=3,
        shuffle=False,
        verbose=0,
    ).history
    tested = model.evaluate(points, targets, verbose=0, return_dict=True)
    return [*history["loss"], *history["mae"], tested["loss"], tested["mae"]]


for dtype in ("float32", "mixed_float16"):
    built_in = results_of(Line(dtype=dtype))
    own = results_of(SteppedLine(dtype=dtype))
    print(f"{dtype}: loss of each epoch", np.round(own[:3], 1))
    print("  same as without own steps:", np.allclose(own, built_in))
