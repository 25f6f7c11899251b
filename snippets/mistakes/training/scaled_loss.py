"""A mistake: get_scaled_loss() of Keras 2, under mixed precision."""
# backends: tensorflow

# %% use raises=AttributeError
import keras
import numpy as np
import tensorflow as tf


# Wrong on purpose: the optimizer of Keras 3 has no get_scaled_loss().
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
            scaled = self.optimizer.get_scaled_loss(loss)
        gradients = tape.gradient(scaled, self.trainable_variables)
        gradients = self.optimizer.get_unscaled_gradients(gradients)
        pairs = zip(gradients, self.trainable_variables, strict=True)
        self.optimizer.apply_gradients(pairs)
        return self.compute_metrics(x, y, y_pred, sample_weight)


x, y = np.full((4, 2), 0.25), np.zeros((4, 1))
model = Net(dtype="mixed_float16")
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, verbose=0)
