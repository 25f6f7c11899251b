"""A mistake: a model without get_config() comes back with its defaults."""

# %% define
import keras
import numpy as np


# Wrong on purpose: without get_config(), the file holds the default.
@keras.saving.register_keras_serializable(package="guide")
class Ruler(keras.Model):
    """Learn a length in meters, and put it out in another unit."""

    def __init__(self, per_meter=1.0, **kwargs):
        super().__init__(**kwargs)
        self.per_meter = per_meter
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.meters = keras.layers.Dense(
            1, kernel_initializer="ones", name="meters", **shared
        )

    def call(self, inputs):
        """Map floats `(batch, 1)` to floats `(batch, 1)`."""
        return self.per_meter * self.meters(inputs)


# %% use
two = np.array([[2.0]])
ruler = Ruler(per_meter=3.28)
print(f"before: {ruler.predict(two, verbose=0).item():.2f}")
ruler.save("ruler.keras")
loaded = keras.models.load_model("ruler.keras")
print(f"after:  {loaded.predict(two, verbose=0).item():.2f}")
