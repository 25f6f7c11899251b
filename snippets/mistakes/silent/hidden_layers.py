"""A mistake: a list that is filled by index hides its layers."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Stack(keras.layers.Layer):
    """Two dense layers, one after the other."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        self.steps = [None, None]
        for i in range(2):
            self.steps[i] = keras.layers.Dense(
                4, kernel_initializer="ones", dtype=self.dtype_policy
            )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 4)`."""
        for step in self.steps:
            inputs = step(inputs)
        return inputs


stack = Stack()
stack(np.ones((1, 3), dtype="float32"))
print("weights that will train:", len(stack.trainable_weights))
assert len(stack.trainable_weights) == 0  # wrong: two kernels, two biases
