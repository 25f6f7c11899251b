"""Solution: the share of rows for which too little is predicted."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Arrivals(keras.Model):
    """Predict minutes, and report how often that was too little."""

    def __init__(self, **kwargs):
        """Create the layer and the metric."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="ones", **shared)
        self.late = keras.metrics.Mean(name="late")

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        """Return the usual metrics, and the share that is late."""
        late = ops.cast(ops.squeeze(ops.greater(y, y_pred), axis=-1), "float32")
        self.late.update_state(late, sample_weight=sample_weight)
        return super().compute_metrics(x, y, y_pred, sample_weight)


# %% check
x, y = np.ones((5, 1)), np.array([[2.0], [2.0], [0.0], [2.0], [0.0]])
model = Arrivals()
model.compile(keras.optimizers.SGD(0.5), loss="mse")

found = model.evaluate(x, y, 2, 0, return_dict=True)["late"]
assert round(found, 2) == 0.6, f"3 of 5 rows are late: 0.6, not {found:.2f}"
fitted = {"validation_data": (x, y), "epochs": 5, "verbose": 0}
stop = keras.callbacks.EarlyStopping("val_late", mode="min", patience=1)
history = model.fit(x, y, callbacks=[stop], **fitted).history
wrong = "early stopping needs `val_late`, and a value that does not improve"
assert np.allclose(history["val_late"], [0.6, 0.6]), wrong
weights = np.array([0.0, 1.0, 1.0, 0.0, 0.0])
weighed = model.evaluate(x, y, 2, 0, weights, return_dict=True)["late"]
assert weighed == 0.5, f"of the two rows that count, half: not {weighed:.2f}"
print("late:", round(found, 2), "weighed:", round(weighed, 2))
