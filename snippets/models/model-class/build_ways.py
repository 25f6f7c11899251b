"""Ways to build a subclassed model."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """A hidden layer and three scores, without a build() of its own."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(8, name="hidden", **shared)
        self.scores = keras.layers.Dense(3, name="scores", **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to scores `(batch, 3)`."""
        return self.scores(self.hidden(inputs))


# %% call
model = Scorer(name="scorer")
print("before:", model.built, len(model.weights))
model(np.ones((2, 4), dtype="float32"))
print("after: ", model.built, len(model.weights))

model = Scorer(name="scorer")
model(keras.Input((4,)))
print("input: ", model.built, len(model.weights))


# %% own
@keras.saving.register_keras_serializable(package="guide")
class BuiltScorer(Scorer):
    """The same model, which can be built from a shape."""

    def build(self, input_shape):
        """Build every layer, for inputs of shape `(batch, features)`."""
        self.hidden.build(input_shape)
        self.scores.build(self.hidden.compute_output_shape(input_shape))


model = BuiltScorer(name="scorer")
model.build((None, 4))
print(model.built, len(model.weights))
print("scores:", tuple(model(np.ones((2, 4), dtype="float32")).shape))
