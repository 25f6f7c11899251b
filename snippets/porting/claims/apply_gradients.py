"""Two names of one update, on TensorFlow."""
# backends: tensorflow

# %% use
import keras
import numpy as np
import tensorflow as tf

x, y = np.ones((4, 2), "float32"), np.zeros((4, 1), "float32")
for name in ("apply_gradients", "apply"):
    dense = keras.layers.Dense(1, kernel_initializer="ones")
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(dense(x) - y))
    weights = dense.trainable_weights
    gradients = tape.gradient(loss, weights)

    optimizer = keras.optimizers.SGD(0.1)
    if name == "apply":
        optimizer.apply(gradients, weights)
    else:
        optimizer.apply_gradients(zip(gradients, weights, strict=True))
    print(f"{name}:", dense.kernel.numpy().ravel().round(3))
