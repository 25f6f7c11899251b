"""Solution: two experts and a gate that chooses between them."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Mixture(keras.Model):
    """Compute gate * first(x) + (1 - gate) * second(x).

    `first` and `second` are dense layers with `units` outputs. `gate` is a
    dense layer with one output between 0 and 1. All three get the inputs.
    """

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.first = keras.layers.Dense(units, name="first", **shared)
        self.second = keras.layers.Dense(units, name="second", **shared)
        self.gate = keras.layers.Dense(
            1, activation="sigmoid", name="gate", **shared
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, units)`."""
        gate = self.gate(inputs)
        return gate * self.first(inputs) + (1.0 - gate) * self.second(inputs)

    def get_config(self):
        """Return the arguments that make this model again."""
        return {**super().get_config(), "units": self.units}


# %% check
def linear(layer):
    """Compute what a dense layer makes of x, without its activation."""
    kernel, bias = map(ops.convert_to_numpy, layer.weights)
    return x @ kernel + bias


x = np.array([[1.0, 2.0], [-1.0, 0.5], [0.3, -2.0]])
model = Mixture(units=1, name="mixture")
found = model.predict(x, verbose=0)
count = len(model.weights)
assert count == 6, f"three dense layers have 6 weights, not {count}"
first, second = linear(model.first), linear(model.second)
gate = 1.0 / (1.0 + np.exp(-linear(model.gate)))
wanted = gate * first + (1.0 - gate) * second
assert np.allclose(found, wanted, atol=1e-5), f"{found} should be {wanted}"
model.save("mixture.keras")
loaded = keras.models.load_model("mixture.keras").predict(x, verbose=0)
assert np.allclose(loaded, wanted, atol=1e-5), f"loaded, it gives {loaded}"

gradient = x.T @ (2.0 * wanted * (first - second) * gate * (1.0 - gate)) / 3.0
before = np.array(ops.convert_to_numpy(model.gate.weights[0]))
model.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse")
model.fit(x, np.zeros((3, 1)), verbose=0)
moved = before - ops.convert_to_numpy(model.gate.weights[0])
assert np.allclose(moved, gradient, atol=1e-4), f"the gradient is {moved}"
print("weights:", count, "gradient of the gate:", moved.shape)
