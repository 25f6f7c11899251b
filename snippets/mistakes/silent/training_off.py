"""A mistake: a model whose call() has no training."""

# %% fit
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Regressor(keras.Model):
    """Normalize the inputs, then map them to one number."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.norm = keras.layers.BatchNormalization(momentum=0.5, **shared)
        self.head = keras.layers.Dense(1, **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.head(self.norm(inputs))


x, y = np.full((64, 1), 5.0), np.ones((64, 1))
model = Regressor()
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, epochs=5, verbose=0)

moving_mean = float(model.norm.moving_mean.numpy()[0])
print("moving mean:", round(moving_mean, 2))
assert moving_mean == 0.0  # wrong: the mean of the inputs is 5
