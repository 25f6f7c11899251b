"""A class of your own whose layers are wired functionally."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """A hidden layer and a score, wired in __init__()."""

    def __init__(self, features, units, dtype=None, trainable=True, **kwargs):
        """Wire the layers; there is no call() to write."""
        policy = keras.dtype_policies.get(dtype)
        shared = {"dtype": policy, "trainable": trainable}
        inputs = keras.Input((features,))
        x = keras.layers.Dense(
            units, activation="relu", name="hidden", **shared
        )(inputs)
        outputs = keras.layers.Dense(1, name="score", **shared)(x)
        super().__init__(inputs, outputs, trainable=trainable, **kwargs)
        # The functional constructor would drop a dtype without a word.
        self.dtype_policy = policy
        self.features = features
        self.units = units

    def best(self, rows):
        """Return the index of the row with the highest score."""
        return int(self.predict(rows, verbose=0).argmax())

    def get_config(self):
        """Return the arguments that create this model again."""
        config = {"features": self.features, "units": self.units}
        return {**super().get_config(), **config}


# %% use
rows = np.random.default_rng(0).normal(size=(5, 4)).astype("float32")
scorer = Scorer(features=4, units=8, name="scorer")
print("weights before any data:", len(scorer.weights))
print("scores:", tuple(scorer(rows).shape))
hidden = keras.Model(scorer.inputs, scorer.get_layer("hidden").output)
print("features:", hidden.predict(rows, verbose=0).shape)

# %% load
scorer.save("scorer.keras")
loaded = keras.saving.load_model("scorer.keras")
print(
    type(loaded).__name__,
    "picks the same row:",
    loaded.best(rows) == scorer.best(rows),
)
