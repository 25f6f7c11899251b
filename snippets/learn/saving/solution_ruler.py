"""Solution: a model that writes its argument into its configuration."""

# %% solve
import keras
import numpy as np


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

    def get_config(self):
        """Return the arguments that make this model again."""
        return {**super().get_config(), "per_meter": self.per_meter}


# %% check
ruler = Ruler(per_meter=3.28, name="in_feet")
before = ruler.predict(np.array([[2.0]]), verbose=0).item()
ruler.save("ruler.keras")
loaded = keras.models.load_model("ruler.keras")
after = loaded.predict(np.array([[2.0]]), verbose=0).item()
assert after == before, f"{before:.2f} comes back as {after:.2f}"
assert loaded.name == ruler.name, "the name is lost: keep super().get_config()"
print(f"two meters in feet, after loading: {after:.2f}")
