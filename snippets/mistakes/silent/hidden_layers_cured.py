"""The cure: a list that grows by append(), or is assigned whole."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Stack(keras.layers.Layer):
    """Two dense layers, one after the other."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        self.steps = []
        for _ in range(2):
            dense = keras.layers.Dense(
                4, kernel_initializer="ones", dtype=self.dtype_policy
            )
            self.steps.append(dense)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 4)`."""
        for step in self.steps:
            inputs = step(inputs)
        return inputs


stack = Stack()
stack(np.ones((1, 3), dtype="float32"))
print("weights that will train:", len(stack.trainable_weights))
assert len(stack.trainable_weights) == 4
