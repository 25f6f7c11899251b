"""A mistake: a stateless call of a model that has no weights yet."""
# backends: jax

# %% use raises=ValueError
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np


# Wrong on purpose: this program never calls the model.
@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """A dense layer in a model."""

    def __init__(self, **kwargs):
        """Create the layer."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)


model = Net()
trainable = model.trainable_variables
non_trainable = model.non_trainable_variables
model.stateless_call(trainable, non_trainable, np.ones((4, 2)))
