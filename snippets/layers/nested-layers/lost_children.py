"""A mistake: children that work, but that their parent does not know."""

# %% define
import keras
import numpy as np


# Wrong on purpose: the list is filled by index, so no child is tracked.
class Stack(keras.layers.Layer):
    """Some dense layers, one after the other."""

    def __init__(self, depth, units, **kwargs):
        """Create the children; the first call builds them."""
        super().__init__(**kwargs)
        self.depth = depth
        self.units = units
        self.create_steps()

    def create_steps(self):
        """Create the children in a way that Keras does not see."""
        self.steps = [None] * self.depth
        for i in range(self.depth):
            self.steps[i] = self.create_step()

    def create_step(self):
        """Return one child."""
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        return keras.layers.Dense(self.units, **shared)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        for step in self.steps:
            inputs = step(inputs)
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"depth": self.depth, "units": self.units}
        return {**super().get_config(), **config}


# %% train
x = np.random.default_rng(3).normal(size=(64, 4)).astype("float32")
y = x.sum(axis=1, keepdims=True)


def train(stack):
    """Train a model around the stack and print what became of it."""
    last = keras.layers.Dense(1)
    model = keras.Sequential([keras.Input((4,)), stack, last])
    model.compile(optimizer="sgd", loss="mse")
    before = stack.steps[0].kernel.numpy()
    model.fit(x, y, epochs=5, verbose=0)
    moved = np.any(stack.steps[0].kernel.numpy() != before)
    print("weights of the model:", len(model.weights))
    print("the first step learned:", bool(moved))


train(Stack(depth=2, units=4))


# %% cure
@keras.saving.register_keras_serializable(package="guide")
class TrackedStack(Stack):
    """The same layers, in a list that is complete when it is assigned."""

    def create_steps(self):
        """Create the children where Keras sees them."""
        self.steps = [self.create_step() for _ in range(self.depth)]


train(TrackedStack(depth=2, units=4))
