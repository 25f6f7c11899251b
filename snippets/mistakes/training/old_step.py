"""A mistake: compiled_loss() and compiled_metrics of Keras 2."""
# backends: tensorflow

# %% define
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Sequential):
    """A stack of layers with a step as it was written for Keras 2."""

    def train_step(self, data):
        """Update the weights for one batch and return the metrics."""
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compiled_loss(y, y_pred)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        self.compiled_metrics.update_state(y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}


# %% use warns=UserWarning
x, y = np.ones((4, 2)), 5.0 * np.ones((4, 1))
model = Net([keras.layers.Dense(1, kernel_initializer="ones")])
model.compile(keras.optimizers.SGD(0.0), loss="mse", metrics=["mae"])
print(model.fit(x, y, verbose=0).history)
