"""Solution: a second output for a class that wires itself."""

# %% solve
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
        hidden = keras.layers.Dense(
            units, activation="relu", name="hidden", **shared
        )(inputs)
        score = keras.layers.Dense(1, name="score", **shared)(hidden)
        outputs = {"score": score, "hidden": hidden}
        super().__init__(inputs, outputs, trainable=trainable, **kwargs)
        # The functional constructor would drop a dtype without a word.
        self.dtype_policy = policy
        self.features = features
        self.units = units

    def best(self, rows):
        """Return the index of the row with the highest score."""
        return int(self.predict(rows, verbose=0)["score"].argmax())

    def get_config(self):
        """Return the arguments that create this model again."""
        config = {"features": self.features, "units": self.units}
        return {**super().get_config(), **config}


# %% check
rng = np.random.default_rng(0)
rows = rng.normal(size=(5, 4)).astype("float32")
scorer = Scorer(features=4, units=8)
scorer.set_weights([rng.normal(size=w.shape) for w in scorer.get_weights()])

outputs = scorer(rows)
assert isinstance(outputs, dict), "the model returns no dictionary"
outputs = {name: keras.ops.convert_to_numpy(outputs[name]) for name in outputs}
shapes = {name: outputs[name].shape for name in sorted(outputs)}
assert shapes == {"hidden": (5, 8), "score": (5, 1)}, f"it returns {shapes}"
kernel, bias = scorer.get_weights()[-2:]
score = outputs["hidden"] @ kernel + bias
close = np.allclose(score, outputs["score"], atol=1e-4)
assert close, "the score is not computed from these features"
best = scorer.best(rows)
assert best == outputs["score"].argmax(), f"row {best} has not the best score"

scorer.save("scorer.keras")
loaded = keras.saving.load_model("scorer.keras")
again = loaded.predict(rows, verbose=0)
for name, values in outputs.items():
    close = np.allclose(values, again[name], atol=1e-4)
    assert close, f"{name} is another when loaded"
print(shapes, "best row:", loaded.best(rows))
