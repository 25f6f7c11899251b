"""A mistake: a step from Keras 2 runs, and reports a wrong loss."""
# backends: tensorflow

# %% define
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class OldStep(keras.Model):
    """A dense layer, with a step as it was written for Keras 2."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="ones", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, data):
        """Update the weights for one batch and return the metrics."""
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compiled_loss(
                y, y_pred, regularization_losses=self.losses
            )
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(
            zip(gradients, self.trainable_variables, strict=True)
        )
        self.compiled_metrics.update_state(y, y_pred)
        return {metric.name: metric.result() for metric in self.metrics}


# %% fit warns=UserWarning
x = np.linspace(0.0, 1.0, 64).reshape(-1, 1)
model = OldStep()
# A rate of zero: the model stays as it is, and its loss is known.
model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse")
history = model.fit(x, x + 5.0, verbose=0).history
print("fit says:       ", round(history["loss"][0], 3))
print("evaluate says:  ", round(model.evaluate(x, x + 5.0, verbose=0), 3))
print("mean prediction:", round(model.predict(x, verbose=0).mean().item(), 3))
