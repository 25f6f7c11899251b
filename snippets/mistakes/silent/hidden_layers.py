"""A mistake: a list of layers that is filled by index."""

# %% count
import keras


# Wrong on purpose: the list is filled by index, so no layer is tracked.
@keras.saving.register_keras_serializable(package="guide")
class Stack(keras.layers.Layer):
    """Two dense layers, one after the other."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        self.steps = [None, None]
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        for i in range(2):
            self.steps[i] = keras.layers.Dense(4, **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 4)`."""
        for step in self.steps:
            inputs = step(inputs)
        return inputs


stack = Stack()
stack(keras.ops.ones((1, 4)))
count = len(stack.trainable_weights)
print("weights to train:", count)
assert count == 0  # wrong: two kernels and two biases are there
