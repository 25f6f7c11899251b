"""A mistake: a parameter of PyTorch as a weight of a Keras layer."""
# backends: torch

# %% fit
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch


# The parameter is known to PyTorch, and not to Keras.
@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a number that was meant to be learned."""

    def __init__(self, **kwargs):
        """Create the number."""
        super().__init__(**kwargs)
        self.scale = torch.nn.Parameter(torch.ones(()))

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs


keras.utils.set_random_seed(0)
layer = Scale()
model = keras.Sequential([layer, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
x = np.ones((32, 1), dtype="float32")
model.fit(x, 3.0 * x, epochs=5, verbose=0)
scale, count = layer.scale.item(), len(model.trainable_weights)
print("scale:", scale, "weights to train:", count)
assert scale == 1.0 and count == 2  # wrong: the scale does not learn
