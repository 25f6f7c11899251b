"""The cure: the model is built before its weights are listed."""
# backends: jax

# %% use
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np


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
model(keras.Input((2,)))
trainable = model.trainable_variables
non_trainable = model.non_trainable_variables
outputs, _ = model.stateless_call(trainable, non_trainable, np.ones((4, 2)))
print(len(trainable), outputs.shape)
