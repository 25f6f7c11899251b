"""Exercise: turn a stack of layers into a block to publish."""

# %% start
import keras
from keras import ops


# Wrong on purpose: the parent does not know its children.
@keras.saving.register_keras_serializable(package="guide")
class Stack(keras.layers.Layer):
    """Some dense layers, one after the other."""

    def __init__(self, depth, units, **kwargs):
        """Create the children; the first call builds them."""
        super().__init__(**kwargs)
        self.depth = depth
        self.units = units
        self.steps = [None] * depth
        for i in range(depth):
            self.steps[i] = keras.layers.Dense(units)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        for step in self.steps:
            inputs = step(inputs)
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"depth": self.depth, "units": self.units}
        return {**super().get_config(), **config}


# %% check raises=AssertionError
stack = Stack(depth=2, units=4, trainable=False)
stack(ops.ones((2, 3)))
count = len(stack.weights)
assert count == 4, f"2 children have 4 weights, the parent knows {count}"
assert not stack.steps[0].trainable, "a child of a frozen parent would train"

stack = Stack(depth=2, units=4, dtype="mixed_float16", name="stack")
assert stack.steps[0].compute_dtype == "float16", "a child has its own dtype"
stack.build((None, 3))
paths = [weight.path for weight in stack.weights if "kernel" in weight.path]
wanted = ["stack/step_0/kernel", "stack/step_1/kernel"]
assert paths == wanted, f"{wanted} wanted, not {paths}"
print(*paths)
