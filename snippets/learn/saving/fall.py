"""A layer of your own in a file: trained, saved, looked into and loaded."""

# %% define
import json
import zipfile

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Polynomial(keras.layers.Layer):
    """Compute a * x + b * x**2 + ... with learned numbers a, b, ..."""

    def __init__(self, degree, **kwargs):
        super().__init__(**kwargs)
        self.degree = degree
        self.factors = self.add_weight(shape=(degree, 1), name="factors")

    def call(self, inputs):
        """Map floats `(batch, 1)` to floats `(batch, 1)`."""
        powers = [inputs ** (1 + i) for i in range(self.degree)]
        return ops.matmul(ops.concatenate(powers, axis=-1), self.factors)


# %% train
keras.utils.set_random_seed(1)
seconds = np.random.default_rng(1).uniform(0.0, 2.0, size=(3200, 1))
meters = seconds + 5.0 * seconds**2

model = keras.Sequential([keras.Input((1,)), Polynomial(degree=2)])
model.compile(optimizer=keras.optimizers.SGD(0.15), loss="mse")
model.fit(seconds, meters, epochs=6, verbose=0, shuffle=False)

two = np.array([[2.0]])
print(f"after two seconds: {model.predict(two, verbose=0).item():.2f}")
model.save("fall.keras")

# %% load
loaded = keras.models.load_model("fall.keras")
print(f"after two seconds: {loaded.predict(two, verbose=0).item():.2f}")

# %% look
with zipfile.ZipFile("fall.keras") as file:
    print(file.namelist())
    config = json.loads(file.read("config.json"))
layer = config["config"]["layers"][-1]
print("class: ", layer["registered_name"])
print("degree:", layer["config"]["degree"])
print("shapes:", layer["build_config"])


# %% object
@keras.saving.register_keras_serializable(package="guide")
class ActivatedPolynomial(Polynomial):
    """Apply a function to the polynomial."""

    def __init__(self, degree, activation, **kwargs):
        super().__init__(degree, **kwargs)
        self.activation = keras.activations.get(activation)

    def call(self, inputs):
        """Map floats `(batch, 1)` to floats `(batch, 1)`."""
        return self.activation(super().call(inputs))

    def get_config(self):
        """Return the arguments that make this layer again."""
        activation = keras.activations.serialize(self.activation)
        config = {"degree": self.degree, "activation": activation}
        return {**super().get_config(), **config}


# %% use
layer = ActivatedPolynomial(degree=2, activation=keras.activations.relu)
layer.factors.assign([[1.0], [5.0]])
cut = keras.Sequential([keras.Input((1,)), layer])
cut.save("cut.keras")
loaded = keras.models.load_model("cut.keras")

print("in the file:", layer.get_config()["activation"])
print(loaded.predict(np.array([[-0.1], [2.0]]), verbose=0))

# %% weights
model.save_weights("fall.weights.h5")

other = keras.Sequential([keras.Input((1,)), Polynomial(degree=2)])
other.load_weights("fall.weights.h5")
print(f"after two seconds: {other.predict(two, verbose=0).item():.2f}")
