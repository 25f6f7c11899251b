"""Exercise: the largest error of an epoch, as a metric."""

# %% start
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class LargestError(keras.metrics.Mean):
    """The largest absolute error, in a unit of one's choice."""

    def __init__(self, unit=1.0, name="largest_error", dtype=None):
        """Remember the unit."""
        super().__init__(name=name, dtype=dtype)
        self.unit = unit

    def update_state(self, y_true, y_pred, sample_weight=None):
        """Take in one batch."""
        y_true = ops.reshape(y_true, ops.shape(y_pred))
        super().update_state(ops.max(ops.abs(y_true - y_pred)) / self.unit)


# %% check raises=AssertionError
x, y = np.array([[1.0], [50.0], [20.0], [30.0]]), np.zeros((4, 1))
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile("sgd", loss="mse", weighted_metrics=[LargestError(unit=10.0)])

found = model.evaluate(x, y, batch_size=2, verbose=0)[1]
assert found == 5.0, f"the largest error is 5.0 units, not {found:.1f}"
weights = np.array([1.0, 0.0, 1.0, 1.0])
weighed = model.evaluate(x, y, 2, 0, weights)[1]
assert weighed == 3.0, f"without the second row it is 3.0, not {weighed:.1f}"
model.save("net.keras")
loaded = keras.saving.load_model("net.keras").evaluate(x, y, 2, 0)[1]
assert loaded == 5.0, f"after loading it is 5.0 units, not {loaded:.1f}"
print("all rows:", found, "weighed:", weighed, "loaded:", loaded)
