"""A mistake: export() of a model with two arguments and no build()."""
# backends: tensorflow

# %% use raises=TypeError
import keras
import numpy as np


# Wrong on purpose: Keras notes the shape of one argument, not of both.
@keras.saving.register_keras_serializable(package="guide")
class Sum(keras.Model):
    """One dense layer for each of two inputs, and their sum."""

    def __init__(self, **kwargs):
        """Create both layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.first = keras.layers.Dense(1, **shared)
        self.second = keras.layers.Dense(1, **shared)

    def call(self, left, right, training=None):
        """Map floats `(batch, m)` and `(batch, n)` to floats `(batch, 1)`."""
        return self.first(left) + self.second(right)


model = Sum()
model(np.ones((1, 2)), np.ones((1, 3)))
model.export("exported", verbose=False)
