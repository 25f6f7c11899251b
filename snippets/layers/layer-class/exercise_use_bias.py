"""Exercise: make the bias of a dense layer optional."""

# %% start
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Linear(keras.layers.Layer):
    """Affine map; with `use_bias=False`, it is to go without a bias."""

    def __init__(self, units, input_dim, use_bias=True, **kwargs):
        """Create both weights, whatever `use_bias` says."""
        super().__init__(**kwargs)
        self.units = units
        self.input_dim = input_dim
        self.kernel = self.add_weight(shape=(input_dim, units), name="kernel")
        self.bias = self.add_weight(
            shape=(units,), initializer="zeros", name="bias"
        )

    def call(self, inputs):
        """Map floats `(..., input_dim)` to floats `(..., units)`."""
        return ops.matmul(inputs, self.kernel) + self.bias

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"units": self.units, "input_dim": self.input_dim}
        return {**super().get_config(), **config}


# %% check raises=AssertionError
rows = np.array([[1.0, 0.0], [1.0, 1.0]])
layer = Linear(units=3, input_dim=2)
layer.set_weights([np.zeros((2, 3)), np.ones(3)])
outputs = ops.convert_to_numpy(layer(rows))
assert np.allclose(outputs, 1.0), "by default, the bias must be added"

layer = Linear(units=3, input_dim=2, use_bias=False)
count = len(layer.weights)
assert count == 1, f"use_bias=False: 1 weight wanted, {count} found"
twin = Linear.from_config(layer.get_config())
assert len(twin.weights) == 1, "the copy has a bias: see get_config()"

kernel = np.array([[1.0, 2.0, 3.0], [10.0, 20.0, 30.0]])
twin.set_weights([kernel])
outputs = ops.convert_to_numpy(twin(rows))
assert np.allclose(outputs, rows @ kernel), "without a bias, wrong outputs"
print(outputs)
