"""A mistake: a step that returns its loss and forgets the trackers."""
# backends: tensorflow

# %% define
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class Line(keras.Model):
    """A dense layer, with a step of its own."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="zeros", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def train_step(self, data):
        """Update the weights for one batch and return its loss."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, sample_weight)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        return {"loss": loss}


# %% fit
x = np.linspace(-1.0, 1.0, 64).reshape(-1, 1)
model = Line()
model.compile(optimizer="sgd", loss="mse")
history = model.fit(x, 5.0 * x, epochs=3, verbose=0).history
print("fit says:     ", history["loss"])
print("evaluate says:", round(model.evaluate(x, 5.0 * x, verbose=0), 2))
