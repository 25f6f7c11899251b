"""Three ways to count rows in a layer, on two devices."""
# backends: tensorflow

# %% layer
import keras
import numpy as np
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class CountRows(keras.layers.Layer):
    """Pass the inputs on and count the rows seen in training.

    Args:
        aggregation: What an assignment does with the values of replicas.
        synchronization: When the copies of replicas become one value.
    """

    def __init__(self, aggregation="sum", synchronization="on_read", **kwargs):
        """Create the counter."""
        super().__init__(**kwargs)
        self.how = {
            "aggregation": aggregation,
            "synchronization": synchronization,
        }
        self.rows = keras.Variable(
            "zeros", shape=(), dtype="int32", trainable=False, **self.how
        )

    def call(self, inputs, training=None):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        if training:
            self.rows.assign_add(ops.shape(inputs)[0])
        return inputs

    def get_config(self):
        """Return the arguments of the layer."""
        return {**super().get_config(), **self.how}


# %% count
(cpu,) = tf.config.list_physical_devices("CPU")
device = tf.config.LogicalDeviceConfiguration()
tf.config.set_logical_device_configuration(cpu, [device, device])
x, y = np.ones((24, 3)), np.ones((24, 1))
for how in [("none", "auto"), ("sum", "auto"), ("sum", "on_read")]:
    with tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"]).scope():
        counter = CountRows(*how)
        model = keras.Sequential([counter, keras.layers.Dense(1)])
        model.compile(optimizer="sgd", loss="mse")
    model.fit(x, y, batch_size=8, verbose=0)
    print(*how, "→", counter.rows.numpy(), "of 24 rows")
