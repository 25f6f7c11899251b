"""A cure: compute the gradients, then apply them."""
# backends: tensorflow

# %% use
import keras
import numpy as np
import tensorflow as tf

dense = keras.layers.Dense(1, kernel_initializer="ones")
x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
dense.build(x.shape)


def loss():
    """Return the mean squared error."""
    return tf.reduce_mean(tf.square(dense(x) - y))


optimizer = keras.optimizers.Adam(0.1)
before = float(loss())
with tf.GradientTape() as tape:
    loss_now = loss()
gradients = tape.gradient(loss_now, dense.trainable_weights)
optimizer.apply(gradients, dense.trainable_weights)
print(f"loss: {before:.2f} before, {float(loss()):.2f} after one update")
