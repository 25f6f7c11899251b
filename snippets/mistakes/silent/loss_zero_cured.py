"""The cure: the step updates its trackers and returns their results."""
# backends: tensorflow

# %% fit
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class Line(keras.Model):
    """A dense layer, with a training step of its own."""

    def __init__(self, **kwargs):
        """Create the layer."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="zeros", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, data):
        """Update the weights for one batch, and return the metrics."""
        x, y = data
        with tf.GradientTape() as tape:
            loss = self.compute_loss(x, y, self(x, training=True))
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        rows = keras.tree.flatten(x)[0]  # also of lists and dicts
        self.metrics[0].update_state(loss, sample_weight=tf.shape(rows)[0])
        return {metric.name: metric.result() for metric in self.metrics}


model = Line()
model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((32, 1)), np.full((32, 1), 3.0)
loss = model.fit(x, y, verbose=0).history["loss"][0]
print("loss:", loss)
assert loss == 9.0
