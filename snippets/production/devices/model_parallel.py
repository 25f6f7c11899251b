"""ModelParallel splits the weights of a layer of your own."""
# backends: jax

# %% layer
import os

os.environ["KERAS_BACKEND"] = "jax"
os.environ["XLA_FLAGS"] = "--xla_force_host_platform_device_count=4"

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Gated(keras.layers.Layer):
    """Multiply a projection by a gate between 0 and 1."""

    def __init__(self, units, **kwargs):
        """Remember how many features to put out."""
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        """Create a matrix for the values, and one for the gate."""
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.gate = self.add_weight(shape=shape, name="gate")

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        gate = ops.sigmoid(ops.matmul(inputs, self.gate))
        return gate * ops.matmul(inputs, self.kernel)

    def get_config(self):
        """Return the arguments of the layer."""
        return {**super().get_config(), "units": self.units}


# %% train
def train(key):
    """Split the weights that match a key, and train."""
    mesh = keras.distribution.DeviceMesh((2, 2), ["batch", "model"])
    layout_map = keras.distribution.LayoutMap(mesh)
    layout_map[key] = (None, "model")
    keras.utils.set_random_seed(0)
    x, y = np.ones((64, 4)), np.ones((64, 1))
    with keras.distribution.ModelParallel(layout_map=layout_map).scope():
        layers = [Gated(8, name="gated"), keras.layers.Dense(1, name="out")]
        model = keras.Sequential(layers, name="net")
        model.compile(optimizer="sgd", loss="mse")
        model.fit(x, y, batch_size=16, verbose=0)
        loss = model.evaluate(x, y, verbose=0)
    for weight in model.weights:
        part = weight.value.addressable_shards[0].data
        print(f"{weight.path}: {weight.shape}, on each device {part.shape}")
    print("loss:", round(loss, 4))


# %% split
train(".*gated/(kernel|gate)")

# %% missed
train("gated/(kernel|gate)")
