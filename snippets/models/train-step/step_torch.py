"""A training step of your own on PyTorch, which does what fit() does."""
# backends: torch

# %% data
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch

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

    def train_step(self, data):
        """Update the weights for one batch and return the metrics so far."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        self.zero_grad()
        y_pred = self(x, training=True)
        loss = self.compute_loss(x, y, y_pred, sample_weight, training=True)
        self.optimizer.scale_loss(loss).backward()
        variables = self.trainable_variables
        gradients = [variable.value.grad for variable in variables]
        with torch.no_grad():
            self.optimizer.apply(gradients, variables)
        rows = keras.tree.flatten(x)[0]  # also of lists and dicts
        self.metrics[0].update_state(loss, sample_weight=len(rows))
        return self.compute_metrics(x, y, y_pred, sample_weight)

    def test_step(self, data):
        """Measure one batch and return the metrics so far."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        y_pred = self(x, training=False)
        loss = self.compute_loss(x, y, y_pred, sample_weight, training=False)
        rows = keras.tree.flatten(x)[0]  # also of lists and dicts
        self.metrics[0].update_state(loss, sample_weight=len(rows))
        return self.compute_metrics(x, y, y_pred, sample_weight)


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
