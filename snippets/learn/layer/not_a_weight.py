"""A mistake: numbers that the layer does not know do not learn."""

# %% define
import keras
import numpy as np


# Wrong on purpose: the factors are a tensor in float32, and no weight.
class FixedGain(keras.layers.Layer):
    """Multiply each feature by a factor that was meant to be learned."""

    def __init__(self, features, **kwargs):
        super().__init__(**kwargs)
        self.factors = keras.ops.ones((features,))

    def call(self, inputs):
        """Return an array of the shape of the inputs."""
        return inputs * self.factors


# %% train
keras.utils.set_random_seed(1)
readings = np.random.default_rng(1).normal(size=(256, 3))
total = readings @ np.array([[2.0], [0.5], [1.0]])

fixed = FixedGain(3)
model = keras.Sequential([keras.Input((3,)), fixed, keras.layers.Dense(1)])
model.compile(keras.optimizers.SGD(0.1), loss="mse")
history = model.fit(readings, total, epochs=20, verbose=0, shuffle=False)

print(f"loss: {history.history['loss'][-1]:.2f}")
print("factors:", keras.ops.convert_to_numpy(fixed.factors))
print("weights of the layer:", len(fixed.weights))
