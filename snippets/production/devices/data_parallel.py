"""DataParallel on four devices: rows are split, weights are copied."""
# backends: jax

# %% devices
import os

os.environ["KERAS_BACKEND"] = "jax"
# Four devices, made of one CPU. With GPUs or TPUs, leave this line out.
os.environ["XLA_FLAGS"] = "--xla_force_host_platform_device_count=4"

import keras
import numpy as np
from keras import ops

print(keras.distribution.list_devices())


# %% fit
@keras.saving.register_keras_serializable(package="guide")
class CountRows(keras.layers.Layer):
    """Pass the inputs on and count the rows seen in training."""

    def __init__(self, **kwargs):
        """Create the counter."""
        super().__init__(**kwargs)
        self.rows = self.add_weight(
            shape=(), dtype="int32", trainable=False, name="rows"
        )

    def call(self, inputs, training=None):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        if training:
            self.rows.assign_add(ops.shape(inputs)[0])
        return inputs


x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
y = x[:, :1] - x[:, 1:2]
losses = []
for devices in [["cpu:0"], keras.distribution.list_devices()]:
    keras.utils.set_random_seed(0)
    with keras.distribution.DataParallel(devices=devices).scope():
        counter, dense = CountRows(), keras.layers.Dense(1)
        model = keras.Sequential([counter, dense])
        model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
        run = model.fit(x, y, batch_size=16, epochs=3, shuffle=False, verbose=0)
    losses.append(run.history["loss"])
    print(len(devices), "device(s):", np.round(losses[-1], 4))
    print("rows counted:", int(counter.rows))
assert np.allclose(*losses, atol=1e-5)

# %% weight
kernel = dense.kernel.value
print("whole:", kernel.shape)
for shard in kernel.addressable_shards:
    print(f"  {shard.device}: {shard.data.shape}")

# %% uneven raises=ValueError
with keras.distribution.DataParallel().scope():
    model.fit(x[:62], y[:62], batch_size=16, verbose=0)
