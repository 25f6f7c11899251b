"""Solution: a layer that writes its function as a name, and finds it again."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Gate(keras.layers.Layer):
    """Compute x * activation(slope * x), with a learned slope per feature.

    `activation` is a function, or its name. The slopes begin with 1.
    """

    def __init__(self, activation="sigmoid", **kwargs):
        super().__init__(**kwargs)
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        """Create one slope for each feature."""
        self.slope = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="slope"
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        return inputs * self.activation(self.slope * inputs)

    def get_config(self):
        """Return the arguments that make this layer again."""
        activation = keras.activations.serialize(self.activation)
        return {**super().get_config(), "activation": activation}


# %% check
x = np.array([[1.0, -2.0], [0.5, 3.0]])
wanted = x * np.tanh(x)
gradient = np.mean(2.0 * wanted * x**2 * (1.0 - np.tanh(x) ** 2), axis=0) / 2.0

gate = Gate(activation=keras.activations.tanh, name="gate")
model = keras.Sequential([keras.Input((2,)), gate])
found = model.predict(x, verbose=0)
assert np.allclose(found, wanted, atol=1e-5), f"{found} is not x * tanh(x)"
model.save("gate.keras")
loaded = keras.models.load_model("gate.keras")
found = loaded.predict(x, verbose=0)
assert np.allclose(found, wanted, atol=1e-5), f"loaded, it computes {found}"
for each in (model, loaded):
    assert each.trainable_weights, "the layer has no weight to train"
    before = np.array(ops.convert_to_numpy(each.trainable_weights[0]))
    each.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse")
    each.fit(x, np.zeros((2, 2)), verbose=0)
    moved = before - ops.convert_to_numpy(each.trainable_weights[0])
    assert np.allclose(moved, gradient, atol=1e-4), f"the gradient is {moved}"
print("gradient before and after loading:", moved.round(2))
