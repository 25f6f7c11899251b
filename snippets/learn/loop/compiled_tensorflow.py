"""The compiled step in TensorFlow: Python runs it once."""
# backends: tensorflow

# %% data hidden
import keras
import numpy as np
import tensorflow as tf

kilos = np.tile([[1.0], [2.0], [3.0], [4.0]], (8, 1)).astype("float32")
prices = 3.0 * kilos
prices[21] = 600.0  # 6.0 would be right

dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), dense])
loss_fn = keras.losses.MeanSquaredError()


# %% step
@tf.function
def loss_and_gradients(x, y):
    """Return the loss of a batch, and one gradient for each weight."""
    print("Python runs the step")
    with tf.GradientTape() as tape:
        loss = loss_fn(y, model(x, training=True)) + sum(model.losses)
    return loss, tape.gradient(loss, model.trainable_variables)


# %% batches
for start in range(0, 32, 4):
    rows = slice(start, start + 4)
    loss, gradients = loss_and_gradients(kilos[rows], prices[rows])
print("batches computed: 8")
