"""A mistake: a layer updates a metric in fit(), on JAX."""
# backends: jax

# %% use raises=TypeError
import os

os.environ["KERAS_BACKEND"] = "jax"

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Measured(keras.layers.Layer):
    """Pass the inputs on, and report their mean."""

    def __init__(self, **kwargs):
        """Create the metric once."""
        super().__init__(**kwargs)
        self.mean = keras.metrics.Mean(name=f"{self.name}_mean")

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.mean.update_state(inputs)
        return inputs


measured = Measured()
measured(np.ones((4, 1)))
print("by hand:", float(measured.mean.result()))

model = keras.Sequential([keras.layers.Dense(1), Measured(name="score")])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((4, 3)), np.ones((4, 1)), verbose=0)
