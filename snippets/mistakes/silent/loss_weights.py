"""A mistake: a step adds up its losses, and loss_weights do nothing."""
# backends: tensorflow

# %% fit
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class TwoHeads(keras.Model):
    """Two outputs from one input, with a training step of its own."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.a = keras.layers.Dense(1, kernel_initializer="ones", **shared)
        self.b = keras.layers.Dense(1, kernel_initializer="ones", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to two floats for each row."""
        return {"a": self.a(inputs), "b": self.b(inputs)}

    def train_step(self, data):
        """Update the weights for one batch and return the loss so far."""
        x, y = data
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            mse = keras.losses.MeanSquaredError()
            loss = mse(y["a"], y_pred["a"]) + mse(y["b"], y_pred["b"])
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        rows = keras.tree.flatten(x)[0]  # also of lists and dicts
        self.metrics[0].update_state(loss, sample_weight=tf.shape(rows)[0])
        return {"loss": self.metrics[0].result()}


x, zeros = np.ones((8, 3)), np.zeros((8, 1))
model = TwoHeads()
model.compile(
    optimizer="sgd",
    loss={"a": "mse", "b": "mse"},
    loss_weights={"a": 1.0, "b": 100.0},
)
history = model.fit(x, {"a": zeros, "b": zeros}, verbose=0).history
print("loss:", history["loss"][0])
assert history["loss"][0] == 18.0  # wrong: 9 + 100 * 9 is 909
