"""A mistake: a step that returns its loss and forgets the trackers."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np


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

    def train_step(self, state, data):
        """Return the loss of one batch, and the state after it."""
        trainable, fixed, optimizer, metrics = state
        gradients_of = jax.value_and_grad(
            self.compute_loss_and_updates, has_aux=True
        )
        (_, (loss, _, fixed, metrics)), gradients = gradients_of(
            trainable,
            fixed,
            metrics,
            *keras.utils.unpack_x_y_sample_weight(data),
            training=True,
            optimizer_variables=optimizer,
        )
        trainable, optimizer = self.optimizer.stateless_apply(
            optimizer, gradients, trainable
        )
        return {"loss": loss}, (trainable, fixed, optimizer, metrics)


# %% fit
x = np.linspace(-1.0, 1.0, 64).reshape(-1, 1)
model = Line()
model.compile(optimizer="sgd", loss="mse")
history = model.fit(x, 5.0 * x, epochs=3, verbose=0).history
print("fit says:     ", history["loss"])
print("evaluate says:", round(model.evaluate(x, 5.0 * x, verbose=0), 2))
