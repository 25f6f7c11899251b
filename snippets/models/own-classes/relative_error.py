"""A metric of your own: sums over batches, and one division at the end."""

# %% define
import keras
import numpy as np
from keras import ops


def relative_error(y_true, y_pred):
    """Return the error of a batch, relative to its targets."""
    return ops.sum(ops.abs(y_true - y_pred)) / ops.sum(ops.abs(y_true))


@keras.saving.register_keras_serializable(package="guide")
class RelativeError(keras.metrics.Metric):
    """The sum of all errors, relative to the sum of all targets."""

    def __init__(self, name="relative_error", dtype=None):
        """Create the two sums."""
        super().__init__(name=name, dtype=dtype)
        self.errors = self.add_weight(initializer="zeros", name="errors")
        self.targets = self.add_weight(initializer="zeros", name="targets")

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Add one batch to the sums."""
        y_pred = ops.cast(y_pred, self.dtype)
        y_true = ops.reshape(ops.cast(y_true, self.dtype), ops.shape(y_pred))
        weights = ops.ones_like(y_true)
        if sample_weight is not None:
            sample_weight = ops.cast(sample_weight, self.dtype)
            while len(sample_weight.shape) < len(y_true.shape):
                sample_weight = ops.expand_dims(sample_weight, -1)
            weights = weights * sample_weight
        self.errors.assign_add(ops.sum(weights * ops.abs(y_true - y_pred)))
        self.targets.assign_add(ops.sum(weights * ops.abs(y_true)))

    def result(self):
        """Return the error so far, or 0 without data."""
        return ops.divide_no_nan(self.errors, self.targets)


# %% evaluate
x = np.array([[2.0], [2.0], [11.0], [11.0]])
y = np.array([[1.0], [1.0], [10.0], [10.0]])
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((1,)), dense])
metrics = [relative_error, RelativeError(name="own_class")]
model.compile("sgd", loss="mse", metrics=metrics)
for batch_size in (2, 4):
    found = model.evaluate(x, y, batch_size, verbose=0, return_dict=True)
    print(
        f"batches of {batch_size}:",
        f"function {found['relative_error']:.3f},",
        f"class {found['own_class']:.3f}",
    )

# %% weigh
weights = np.array([1.0, 1.0, 0.0, 0.0])
model.compile("sgd", loss="mse", weighted_metrics=[RelativeError()])
print("first two rows:", model.evaluate(x, y, 2, 0, weights)[1])

# %% config
print(RelativeError().get_config())
