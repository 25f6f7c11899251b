"""A cure: compute_loss() and the metrics of the model."""
# backends: tensorflow

# %% define
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Sequential):
    """A stack of layers with a step of its own."""

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


# %% use
x, y = np.ones((4, 2)), 5.0 * np.ones((4, 1))
model = Net([keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(keras.optimizers.SGD(0.0), loss="mse", metrics=["mae"])
print(model.fit(x, y, verbose=0).history)
