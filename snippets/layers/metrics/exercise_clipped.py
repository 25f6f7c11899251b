"""Exercise: report how many values a layer clips in an epoch."""

# %% start
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Clip(keras.layers.Layer):
    """Clip values to the range from -1 to 1."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return ops.clip(inputs, -1.0, 1.0)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


@keras.saving.register_keras_serializable(package="guide")
class ClippedLinear(keras.Model):
    """Clip the features, and combine them."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.clip = Clip(**shared)
        self.head = keras.layers.Dense(1, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.head(self.clip(inputs))


# %% check raises=AssertionError
x = np.array([[0.5, 2], [3, -4], [0, 0], [1, 5]], dtype="float32")
y = np.zeros((4, 1))
model = ClippedLinear()
model.compile(optimizer="sgd", loss="mse")

history = model.fit(x, y, batch_size=2, epochs=2, verbose=0).history
assert "clipped" in history, f"the history has only {sorted(history)}"
found = history["clipped"]
assert found == [4, 4], f"4 values are clipped in each epoch, not {found}"
scores = model.evaluate(x[:2], y[:2], return_dict=True, verbose=0)
assert scores["clipped"] == 3, f"evaluate() clips 3, not {scores['clipped']}"
model.predict(x, verbose=0)
after = float(model.get_metrics_result()["clipped"])
assert after == 3, f"predict() has changed the metric from 3 to {after}"
print("fit:", found, "evaluate:", scores["clipped"], "after predict:", after)
