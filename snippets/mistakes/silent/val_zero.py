"""A mistake: validation does not know of the metric of train_step()."""
# backends: tensorflow

# %% fit
import keras
import numpy as np
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Line(keras.Model):
    """A dense layer that reports a loss under a name of its own."""

    def __init__(self, **kwargs):
        """Create the layer and the metric."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="ones", **shared)
        self.total = keras.metrics.Mean(name="total_loss")

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, data):
        """Update the weights for one batch and return the loss so far."""
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = ops.cast(self(x, training=True), y.dtype)
            loss = ops.mean(ops.square(y_pred - y))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        self.total.update_state(loss, sample_weight=tf.shape(y)[0])
        return {"total_loss": self.total.result()}


x, y = np.ones((8, 3)), np.ones((8, 1))
model = Line()
model.compile(optimizer="sgd", loss="mse")
stop = keras.callbacks.EarlyStopping("val_total_loss", mode="min", patience=1)
history = model.fit(
    x, y, validation_data=(x, y), epochs=5, callbacks=[stop], verbose=0
).history
print("val_total_loss:", np.round(history["val_total_loss"], 3))
assert history["val_total_loss"] == [0.0, 0.0]  # wrong: 5 epochs, falling
