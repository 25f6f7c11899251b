"""On JAX, fit() cannot update a metric that lives inside a layer."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class LogisticEndpoint(keras.layers.Layer):
    """Turn logits into probabilities; given targets, score them too."""

    def __init__(self, **kwargs):
        """Create the loss and the metric once."""
        super().__init__(**kwargs)
        self.loss_fn = keras.losses.BinaryCrossentropy(from_logits=True)
        self.accuracy = keras.metrics.BinaryAccuracy(name="accuracy")

    def call(self, logits, targets=None):
        """Map logits and targets `(batch, 1)` to floats `(batch, 1)`."""
        probabilities = ops.sigmoid(logits)
        if targets is not None:
            self.add_loss(self.loss_fn(targets, logits))
            self.accuracy.update_state(targets, probabilities)
        return probabilities


# %% by-hand
endpoint = LogisticEndpoint(name="endpoint")
logits = ops.convert_to_tensor([[2.0], [-1.0], [3.0], [-2.0]])
endpoint(logits, ops.convert_to_tensor([[1.0], [0.0], [1.0], [1.0]]))
print(float(endpoint.accuracy.result()))

# %% fit raises=TypeError
points, targets = keras.Input((2,)), keras.Input((1,))
logits = keras.layers.Dense(1)(points)
outputs = LogisticEndpoint()(logits, targets)
model = keras.Model([points, targets], outputs)
model.compile(optimizer="sgd")
model.fit([np.ones((8, 2)), np.ones((8, 1))], verbose=0)
