"""Exercise: a layer that loses two of its three parts when it is saved."""

# %% start
import keras
import numpy as np


# Wrong on purpose: it does not come back as it was.
@keras.saving.register_keras_serializable(package="guide")
class Exposure(keras.layers.Layer):
    """Correct grey levels by `gain * level ** gamma`, and count them."""

    def __init__(self, gamma=1.0, **kwargs):
        """Create the gain, and a table for no level at all."""
        super().__init__(**kwargs)
        self.gamma = gamma
        self.gain = self.add_weight(shape=(), initializer="ones", name="gain")
        self.counts = np.zeros(0, dtype="int64")

    def observe(self, levels):
        """Count whole numbers in an array of any shape; the table grows."""
        counts = np.bincount(np.ravel(levels), minlength=len(self.counts))
        counts[: len(self.counts)] += self.counts
        self.counts = counts

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.gain * inputs**self.gamma

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


# %% check raises=AssertionError
def corrected(layer):
    """Return what a layer makes of the level 3."""
    return keras.ops.convert_to_numpy(layer(np.full((1, 1), 3.0))).item()


layer = Exposure(gamma=2.0, name="exposure")
layer.gain.assign(5.0)
layer.observe([3, 3, 1])
keras.Sequential([keras.Input((1,)), layer]).save("exposure.keras")
loaded = keras.saving.load_model("exposure.keras").get_layer("exposure")

before, after = corrected(layer), corrected(loaded)
assert after == before, f"5 * 3 ** 2 was {before} and comes back as {after}"
counts = loaded.counts.tolist()
assert counts == [0, 1, 0, 2], f"[0, 1, 0, 2] came back as {counts}"
loaded.observe([1])
assert loaded.counts.tolist() == [0, 2, 0, 2], "it does not count on"
print("level 3 becomes", after, "and the counts were", counts)
