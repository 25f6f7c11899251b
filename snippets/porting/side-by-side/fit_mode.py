"""The same model in Keras 3, which takes training and passes it on."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Norm(keras.Model):
    """Normalise the inputs, and weigh them."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.norm = keras.layers.BatchNormalization(momentum=0.5, **shared)
        self.dense = keras.layers.Dense(1, kernel_initializer="zeros", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(self.norm(inputs, training=training))


x, y = np.full((8, 2), 4.0), np.zeros((8, 1))
model = Norm()
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, epochs=2, verbose=0)
print("moving mean:", model.norm.moving_mean.numpy())
