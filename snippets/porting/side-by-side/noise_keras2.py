"""A layer that adds noise, in Keras 2."""
# backends: keras2

# %% use
import numpy as np
import tensorflow as tf
import tf_keras
from tf_keras import backend as K


class Noise(tf_keras.layers.Layer):
    """Add noise while training."""

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        if training is None:
            training = K.learning_phase()
        noise = tf.random.normal(tf.shape(inputs))
        return tf.where(tf.cast(training, bool), inputs + noise, inputs)


tf.random.set_seed(0)
noise = Noise()
x = tf.zeros((1000, 10))
draws = [noise(x, training=True).numpy() for _ in range(2)]
print("spread:", [round(float(np.std(draw)), 1) for draw in draws])
print("drawn twice the same:", np.array_equal(*draws))
print("at inference:", float(np.std(noise(x))))
