"""A solution: each sensor has an offset, too."""

# %% solve
import keras
import numpy as np


class Gain(keras.layers.Layer):
    """Multiply each feature by a factor, and add an offset."""

    def __init__(self, features, **kwargs):
        super().__init__(**kwargs)
        self.factors = self.add_weight(
            shape=(features,), initializer="ones", name="factors"
        )
        self.offsets = self.add_weight(
            shape=(features,), initializer="zeros", name="offsets"
        )

    def call(self, inputs):
        """Return an array of the shape of the inputs."""
        return inputs * self.factors + self.offsets


# %% check
readings = np.random.default_rng(1).normal(size=(256, 2))
gain = Gain(2)
model = keras.Sequential([keras.Input((2,)), gain])
names = [weight.name for weight in gain.weights]
assert "offsets" in names, f"the layer has no weight offsets, only {names}"

before = model.predict(readings, verbose=0)
assert np.allclose(before, readings), "before training, offsets must be 0"

truth = readings * np.array([2.0, 1.0]) + np.array([1.0, -3.0])
model.compile(keras.optimizers.SGD(0.5), loss="mse")
model.fit(readings, truth, epochs=20, verbose=0, shuffle=False)
after = model.predict(np.array([[0.0, 0.0], [1.0, 1.0]]), verbose=0).round(1)
assert np.allclose(after, [[1, -3], [3, -2]]), f"after training: {after}"
print(after)
