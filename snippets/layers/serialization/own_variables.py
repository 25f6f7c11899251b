"""State that is no weight: the layer saves and loads it by itself."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Tally(keras.layers.Layer):
    """Pass whole numbers on, and count those that `observe()` is shown."""

    def __init__(self, **kwargs):
        """Start with a table for no number at all."""
        super().__init__(**kwargs)
        self.counts = np.zeros(0, dtype="int64")

    def observe(self, ids):
        """Count whole numbers in an array of any shape; the table grows."""
        counts = np.bincount(np.ravel(ids), minlength=len(self.counts))
        counts[: len(self.counts)] += self.counts
        self.counts = counts

    def call(self, inputs):
        """Return the inputs, whole numbers of any shape, as they are."""
        return inputs


@keras.saving.register_keras_serializable(package="guide")
class SavedTally(Tally):
    """The same, with the counts in the saved file."""

    def save_own_variables(self, store):
        """Write the counts to the layer's part of the file, like a dict."""
        store["counts"] = self.counts

    def load_own_variables(self, store):
        """Read what `save_own_variables()` has written."""
        self.counts = np.array(store["counts"])


# %% use
def show(layer):
    """Print the counts of a layer, before and after saving."""
    layer.observe([3, 3, 1])
    inputs = keras.Input((4,), dtype="int32")
    keras.Model(inputs, layer(inputs)).save("tally.keras")
    loaded = keras.saving.load_model("tally.keras").get_layer(layer.name)
    print(layer.name, "before:", layer.counts, "after:", loaded.counts)


show(Tally(name="tally"))
show(SavedTally(name="saved_tally"))
