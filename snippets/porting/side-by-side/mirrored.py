"""The same training step in Keras 3, on TensorFlow."""
# backends: tensorflow

# %% use
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class Mirrored(keras.Model):
    """A dense layer, trained on mirrored rows."""

    def __init__(self, **kwargs):
        """Create the layer."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(
            1,
            kernel_initializer="ones",
            kernel_regularizer="l2",
            **shared,
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, data):
        """Update the weights for one batch and return the metrics."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        x = tf.reverse(x, axis=[1])
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, sample_weight, training=True)
            scaled_loss = self.optimizer.scale_loss(loss)
        weights = self.trainable_variables
        gradients = tape.gradient(scaled_loss, weights)
        self.optimizer.apply(gradients, weights)
        rows = keras.tree.flatten(x)[0]  # also of lists and dicts
        self.metrics[0].update_state(loss, sample_weight=tf.shape(rows)[0])
        return self.compute_metrics(x, y, y_pred, sample_weight)


x, y = np.array([[2.0, 0.0]] * 8), np.zeros((8, 1))
model = Mirrored()
model.compile(keras.optimizers.SGD(0.1), loss="mse", metrics=["mae"])
history = model.fit(x, y, epochs=2, verbose=0).history
for name, values in sorted(history.items()):
    print(name, [round(value, 3) for value in values])
print("kernel", model.dense.kernel.numpy().ravel().round(3))
