"""A layer that reports a loss and a metric, as written for Keras 2."""
# backends: keras2

# %% define
import numpy as np
import tensorflow as tf
import tf_keras


class LogisticEndpoint(tf_keras.layers.Layer):
    """Turn logits into probabilities, and score them against targets."""

    def call(self, logits, targets):
        """Map logits and targets `(batch, 1)` to floats `(batch, 1)`."""
        probabilities = tf.sigmoid(logits)
        losses = tf_keras.losses.binary_crossentropy(targets, probabilities)
        self.add_loss(tf.reduce_mean(losses))
        hits = tf_keras.metrics.binary_accuracy(targets, probabilities)
        self.add_metric(hits, name="accuracy")
        return probabilities


# %% fit
rng = np.random.default_rng(0)
x = rng.normal(size=(64, 2)).astype("float32")
y = (x[:, :1] + x[:, 1:] > 0.5).astype("float32")

points = tf_keras.Input((2,), name="points")
targets = tf_keras.Input((1,), name="targets")
logits = tf_keras.layers.Dense(1, kernel_initializer="zeros")(points)
probabilities = LogisticEndpoint()(logits, targets)
model = tf_keras.Model([points, targets], probabilities)

model.compile(optimizer=tf_keras.optimizers.SGD(1.0))
data = {"points": x, "targets": y}
history = model.fit(data, epochs=3, batch_size=16, shuffle=False, verbose=0)
for name, values in sorted(history.history.items()):
    print(name, [round(value, 3) for value in values])
