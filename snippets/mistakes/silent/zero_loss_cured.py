"""The cure: update a metric, and return what it says."""
# backends: tensorflow

# %% use
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class Line(keras.Model):
    """A dense layer, with a step of its own."""

    def __init__(self, **kwargs):
        """Create the layer, and a metric for the loss."""
        super().__init__(**kwargs)
        self.dense = keras.layers.Dense(1, dtype=self.dtype_policy)
        self.loss_mean = keras.metrics.Mean(name="loss")

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, data):
        """Update the weights for one batch and return its loss."""
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x, y, self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        self.loss_mean.update_state(loss, sample_weight=tf.shape(x)[0])
        return {"loss": self.loss_mean.result()}


x = np.ones((8, 1), dtype="float32")
model = Line()
model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse")
history = model.fit(x, 9.0 + 0.0 * x, verbose=0).history
print("loss that was reported:", round(history["loss"][0]))
assert history["loss"][0] > 30
