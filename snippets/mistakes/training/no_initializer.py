"""A mistake: a weight of a metric without an initializer."""

# %% use raises=ValueError
import keras
from keras import ops


# Wrong: add_weight() of a metric has no default initializer.
@keras.saving.register_keras_serializable(package="guide")
class Largest(keras.metrics.Metric):
    """The largest prediction so far, or 0."""

    def __init__(self, name="largest", dtype=None):
        """Create the state."""
        super().__init__(name=name, dtype=dtype)
        self.largest = self.add_weight(name="largest")

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Take in one batch."""
        self.largest.assign(ops.maximum(self.largest, ops.max(y_pred)))

    def result(self):
        """Return the largest prediction of all batches."""
        return ops.convert_to_tensor(self.largest)


Largest()
