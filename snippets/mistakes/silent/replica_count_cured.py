"""The cure: a counter that is summed over the replicas."""
# backends: tensorflow

# %% fit
import keras
import numpy as np
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class CountRows(keras.layers.Layer):
    """Pass the inputs on and count the rows seen in training."""

    def __init__(self, **kwargs):
        """Create the counter."""
        super().__init__(**kwargs)
        self.rows = keras.Variable(
            "zeros",
            shape=(),
            dtype="int32",
            trainable=False,
            aggregation="sum",
            synchronization="on_read",
            name="rows",
        )

    def call(self, inputs, training=None):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        if training:
            self.rows.assign_add(ops.shape(inputs)[0])
        return inputs


# Two devices, made of one CPU.
(cpu,) = tf.config.list_physical_devices("CPU")
device = tf.config.LogicalDeviceConfiguration()
tf.config.set_logical_device_configuration(cpu, [device, device])

with tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"]).scope():
    counter = CountRows()
    model = keras.Sequential([counter, keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((24, 3)), np.ones((24, 1))
model.fit(x, y, batch_size=8, epochs=2, verbose=0)
rows = counter.rows.numpy().item()
print("rows:", rows)
assert rows == 48
