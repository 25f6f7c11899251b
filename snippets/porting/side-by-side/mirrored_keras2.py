"""A training step of one's own, in Keras 2."""
# backends: keras2

# %% use
import numpy as np
import tensorflow as tf
import tf_keras


class Mirrored(tf_keras.Model):
    """A dense layer, trained on mirrored rows."""

    def __init__(self):
        """Create the layer."""
        super().__init__()
        self.dense = tf_keras.layers.Dense(
            1, kernel_initializer="ones", kernel_regularizer="l2"
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, data):
        """Update the weights for one batch and return the metrics."""
        x, y = data
        x = tf.reverse(x, axis=[1])
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compiled_loss(
                y, y_pred, regularization_losses=self.losses
            )
        weights = self.trainable_variables
        gradients = tape.gradient(loss, weights)
        self.optimizer.apply_gradients(zip(gradients, weights, strict=True))
        self.compiled_metrics.update_state(y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}


x, y = np.array([[2.0, 0.0]] * 8), np.zeros((8, 1))
model = Mirrored()
model.compile(tf_keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
history = model.fit(x, y, epochs=2, verbose=0).history
for name, values in sorted(history.items()):
    print(name, [round(value, 3) for value in values])
print("kernel", model.dense.kernel.numpy().ravel().round(3))
