"""A cure: scale_loss(), and no call for the gradients."""
# backends: tensorflow

# %% use
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """A dense layer, with a training step of its own."""

    def __init__(self, **kwargs):
        """Create the layer."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="ones", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, data):
        """Update the weights for one batch and return the metrics."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, sample_weight)
            scaled = self.optimizer.scale_loss(loss)
        gradients = tape.gradient(scaled, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        rows = keras.tree.flatten(x)[0]  # also of lists and dicts
        self.metrics[0].update_state(loss, sample_weight=tf.shape(rows)[0])
        return self.compute_metrics(x, y, y_pred, sample_weight)


x, y = np.full((4, 2), 0.25), np.zeros((4, 1))
for dtype in ("float32", "mixed_float16"):
    model = Net(dtype=dtype)
    model.compile(optimizer="sgd", loss="mse")
    history = model.fit(x, y, epochs=2, verbose=0).history
    print(f"{dtype}:", np.round(history["loss"], 2))
