"""Early stopping and checkpoints by a number of your own."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Forecast(keras.Model):
    """Predict sales; the second feature marks rows that are new shops."""

    def __init__(self, **kwargs):
        """Create the layer and the metric."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(
            1, use_bias=False, kernel_initializer="zeros", **shared
        )
        self.new_shops = keras.metrics.MeanAbsoluteError(name="new_shops")

    def call(self, inputs, training=None):
        """Map floats `(batch, 2)` to floats `(batch, 1)`."""
        return self.dense(inputs[:, :1])

    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        """Measure new shops, then return all metrics so far."""
        self.new_shops.update_state(y, y_pred, sample_weight=x[:, 1])
        return super().compute_metrics(x, y, y_pred, sample_weight)


# %% fit
x = np.array([[1.0, 0.0], [1.0, 0.0], [1.0, 1.0]])
model = Forecast()
model.compile(keras.optimizers.SGD(0.1), loss="mse")
data = {
    "x": x,
    "y": np.full((3, 1), 3.0),
    "validation_data": (x, np.array([[9.0], [9.0], [1.0]])),
    "epochs": 10,
    "verbose": 0,
}
by = {"monitor": "val_new_shops", "mode": "min"}
stop = keras.callbacks.EarlyStopping(
    **by, patience=2, restore_best_weights=True
)
save = keras.callbacks.ModelCheckpoint("best.keras", **by, save_best_only=True)
history = model.fit(**data, callbacks=[stop, save]).history
for name, values in sorted(history.items()):
    print(f"{name}:", np.round(values, 2))
print("best epoch:", stop.best_epoch)
loaded = keras.saving.load_model("best.keras")
for each in (model, loaded):
    print("weight:", round(each.get_weights()[0].item(), 2))

# %% absent warns=UserWarning
stop = keras.callbacks.EarlyStopping("val_shops", mode="min")
model.fit(**{**data, "epochs": 1}, callbacks=[stop])

# %% direction raises=ValueError
stop = keras.callbacks.EarlyStopping("val_new_shops")
model.fit(**data, callbacks=[stop])
