"""A mistake: a training step of one's own, and evaluate() without one."""
# backends: tensorflow

# %% use raises=ValueError
import keras
import numpy as np
import tensorflow as tf


# Wrong on purpose: train_step() alone knows how the loss is computed.
@keras.saving.register_keras_serializable(package="guide")
class Autoencoder(keras.Model):
    """Press vectors into one number, and draw them again."""

    def __init__(self, **kwargs):
        """Create the layers and the metric."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.encoder = keras.layers.Dense(1, **shared)
        self.decoder = keras.layers.Dense(4, **shared)
        self.total = keras.metrics.Mean(name="total_loss")

    def call(self, inputs, training=None):
        """Map floats `(batch, 4)` to floats of the same shape."""
        return self.decoder(self.encoder(inputs))

    def train_step(self, data):
        """Update the weights for one batch and return the metric."""
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(self(data, training=True) - data))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        self.total.update_state(loss)
        return {"total_loss": self.total.result()}


x = np.ones((8, 4))
model = Autoencoder()
model.compile(optimizer="sgd")
model.fit(x, verbose=0)
model.evaluate(x, verbose=0)
