"""MirroredStrategy with fit(): two devices train as one does."""
# backends: tensorflow

# %% layer
import keras
import numpy as np
import tensorflow as tf
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


# %% devices
# Two devices, made of one CPU. With GPUs, leave these three lines out.
(cpu,) = tf.config.list_physical_devices("CPU")
device = tf.config.LogicalDeviceConfiguration()
tf.config.set_logical_device_configuration(cpu, [device, device])
two = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])
print("replicas:", two.num_replicas_in_sync)

# %% fit
x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
y = x[:, :1] * x[:, 1:2]
losses = []
for strategy in [tf.distribute.get_strategy(), two]:
    keras.utils.set_random_seed(0)
    with strategy.scope():
        model = keras.Sequential([Gated(8), keras.layers.Dense(1)])
        model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    history = model.fit(x, y, batch_size=16, epochs=3, shuffle=False, verbose=0)
    losses.append(history.history["loss"])
    print(strategy.num_replicas_in_sync, "device(s):", np.round(losses[-1], 4))
assert np.allclose(*losses, atol=1e-5)
