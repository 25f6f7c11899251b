"""A mistake: the optimizer's minimize() of Keras 2."""
# backends: tensorflow

# %% use raises=AttributeError
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
optimizer.minimize(loss, dense.trainable_weights)
