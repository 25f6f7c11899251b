"""A training loop of your own on two devices."""
# backends: tensorflow

# %% model
import keras
import numpy as np
import tensorflow as tf

(cpu,) = tf.config.list_physical_devices("CPU")
device = tf.config.LogicalDeviceConfiguration()
tf.config.set_logical_device_configuration(cpu, [device, device])
strategy = tf.distribute.MirroredStrategy(["CPU:0", "CPU:1"])

batch = 16
x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
y = x[:, :1] - x[:, 1:2]
dataset = tf.data.Dataset.from_tensor_slices((x, y)).batch(batch)
dataset = strategy.experimental_distribute_dataset(dataset)
keras.utils.set_random_seed(0)
with strategy.scope():
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)
    optimizer.build(model.trainable_variables)
loss_fn = keras.losses.MeanSquaredError(reduction="sum")


# %% step
def step(x, y):
    """Train one replica on its rows, and return its share of the loss."""
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True)) / batch
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    return loss


@tf.function
def train_step(x, y):
    """Train all replicas on a batch."""
    return strategy.run(step, args=(x, y))


# %% train
for epoch in range(3):
    total = 0.0
    for x_parts, y_parts in dataset:
        losses = train_step(x_parts, y_parts)
        total += strategy.reduce("SUM", losses, axis=None).numpy()
    print(f"epoch {epoch}, loss {total / 4:.4f}")
shares = [float(loss) for loss in strategy.experimental_local_results(losses)]
print("last batch, each replica:", np.round(shares, 4))
kernel = model.layers[0].kernel.value
first, second = strategy.experimental_local_results(kernel)
print("difference of the copies:", np.abs(first - second).max())
