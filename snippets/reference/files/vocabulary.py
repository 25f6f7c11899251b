"""A vocabulary is an asset: a file within the file."""

# %% define
import json
from pathlib import Path

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Shares(keras.layers.Layer):
    """Turn counts of words into shares, and know the words."""

    def __init__(self, **kwargs):
        """Begin with no words."""
        super().__init__(**kwargs)
        self.words = []

    def adapt(self, text):
        """Learn the words of a text."""
        self.words = sorted({*self.words, *text.split()})

    def call(self, counts):
        """Map floats `(batch, words)` to floats of the same shape."""
        total = ops.sum(counts, axis=-1, keepdims=True)
        return counts / ops.maximum(total, 1.0)  # a text may have no words

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()

    def save_assets(self, dir_path):
        """Write the words to a file in the given folder."""
        text = json.dumps(self.words)
        Path(dir_path, "words.json").write_text(text, encoding="utf-8")

    def load_assets(self, dir_path):
        """Read what `save_assets()` has written."""
        text = Path(dir_path, "words.json").read_text(encoding="utf-8")
        self.words = json.loads(text)


# %% use
shares = Shares(name="shares")
shares.adapt("a rose is a rose")
model = keras.Sequential([keras.Input((3,)), shares])
model.save("shares.keras")
loaded = keras.saving.load_model("shares.keras")
print("loaded:", loaded.get_layer("shares").words)
