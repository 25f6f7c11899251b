"""A layer with one learned number for each sensor."""

# %% define
import keras
import numpy as np


class Gain(keras.layers.Layer):
    """Multiply each feature by a factor that is learned."""

    def __init__(self, features, **kwargs):
        super().__init__(**kwargs)
        self.factors = self.add_weight(
            shape=(features,), initializer="ones", name="factors"
        )

    def call(self, inputs):
        """Return an array of the shape of the inputs."""
        return inputs * self.factors


# %% train
readings = np.random.default_rng(1).normal(size=(256, 3))
truth = readings * np.array([2.0, 0.5, 1.0])

gain = Gain(3)
print("before:", gain.factors.numpy())

model = keras.Sequential([keras.Input((3,)), gain])
model.compile(keras.optimizers.SGD(0.5), loss="mse")
model.fit(readings, truth, epochs=20, verbose=0, shuffle=False)
print("after: ", gain.factors.numpy().round(2))

# %% use
new = np.array([[10.0, 10.0, 10.0], [1.0, 2.0, 3.0]])
print(keras.ops.convert_to_numpy(gain(new)).round(1))

# %% weights
for weight in model.weights:
    print(weight.path, weight.shape)

other = Gain(5, name="lab")
for weight in other.weights:
    print(weight.path, weight.shape)
