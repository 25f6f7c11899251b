"""Take features out of the middle of a trained model."""

# %% functional
import keras
import numpy as np

inputs = keras.Input((4,))
hidden = keras.layers.Dense(8, activation="relu", name="hidden")(inputs)
outputs = keras.layers.Dense(1, name="score")(hidden)
model = keras.Model(inputs, outputs)

extractor = keras.Model(inputs, model.get_layer("hidden").output)
rows = np.ones((2, 4), dtype="float32")
print("features:", extractor.predict(rows, verbose=0).shape)
print("same layer:", extractor.layers[-1] is model.get_layer("hidden"))


# %% subclassed
@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """A hidden layer and a score."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(
            8, activation="relu", name="hidden", **shared
        )
        self.score = keras.layers.Dense(1, **shared)

    def features(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 8)`."""
        return self.hidden(inputs)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.score(self.features(inputs))


scorer = Scorer()
scorer(rows)
print("features:", tuple(scorer.features(rows).shape))

# %% output raises=AttributeError
keras.Model(keras.Input((4,)), scorer.hidden.output)
