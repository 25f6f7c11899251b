"""Each style inside the other: both are layers."""

# %% define
import keras
import numpy as np


def make_encoder(**shared):
    """Return a functional model from `(batch, 4)` to `(batch, 3)`."""
    inputs = keras.Input((4,))
    code = keras.layers.Dense(3, activation="tanh", name="code", **shared)
    return keras.Model(inputs, code(inputs), name="encoder")


# %% functional_inside
@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """A functional encoder, and a score."""

    def __init__(self, **kwargs):
        """Create both parts."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.encoder = make_encoder(**shared)
        self.score = keras.layers.Dense(1, name="score", **shared)

    def call(self, inputs):
        """Map floats `(batch, 4)` to floats `(batch, 1)`."""
        return self.score(self.encoder(inputs))


rows = np.ones((2, 4), dtype="float32")
scorer = Scorer(name="scorer")
scorer(rows)
print([weight.path for weight in scorer.weights])

# %% subclassed_inside
inputs = keras.Input((8,), name="all_features")
scores = scorer(inputs[:, :4]) + scorer(inputs[:, 4:])
whole = keras.Model(inputs, scores, name="whole")
print("weights:", len(whole.weights), len(scorer.weights))
found = whole.predict(np.ones((2, 8), dtype="float32"), verbose=0)
print("sum of both:", np.allclose(found, 2.0 * scorer.predict(rows, verbose=0)))
