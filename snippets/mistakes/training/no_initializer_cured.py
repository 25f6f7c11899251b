"""A cure: name the initializer."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Largest(keras.metrics.Metric):
    """The largest prediction so far, or 0."""

    def __init__(self, name="largest", dtype=None):
        """Create the state."""
        super().__init__(name=name, dtype=dtype)
        self.largest = self.add_weight(initializer="zeros", name="largest")

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Take in one batch."""
        largest = ops.max(ops.cast(y_pred, self.largest.dtype))
        self.largest.assign(ops.maximum(self.largest, largest))

    def result(self):
        """Return the largest prediction of all batches."""
        return ops.convert_to_tensor(self.largest)


metric = Largest()
for batch in ([1.0, 4.0], [3.0, 2.0]):
    metric.update_state(None, np.array(batch))
print("largest:", float(metric.result()))
metric.reset_state()
print("after reset_state():", float(metric.result()))
