"""Exercise: make a stack of layers that can be published."""

# %% start
import keras
import numpy as np
from keras import ops


# breaks config, precision: no child is tracked yet.
@keras.saving.register_keras_serializable(package="guide")
class Stack(keras.layers.Layer):
    """Some dense layers, one after the other.

    Args:
        depth: Number of layers.
        units: Size of the last axis of the output.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, depth, units, **kwargs):
        """Create the children; the first call builds them."""
        super().__init__(**kwargs)
        self.depth = depth
        self.units = units
        self.steps = [None] * depth
        for i in range(depth):
            self.steps[i] = keras.layers.Dense(units, dtype=self.dtype_policy)

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
stack = Stack(depth=2, units=3, name="stack")
x = np.ones((2, 4), dtype="float32")
stack(x)
assert len(stack.weights) == 4, f"{len(stack.weights)} weights, 4 wanted"
names = [weight.path.split("/")[-2] for weight in stack.weights]
assert names == ["step_0", "step_0", "step_1", "step_1"], names

built = Stack(depth=2, units=3)
built.build((None, 4))
built.build((None, 4))
assert len(built.weights) == 4, "built twice from a shape: too few or too many"

model = keras.Sequential([keras.Input((4,)), stack])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
before, after = (ops.convert_to_numpy(each(x)) for each in (model, loaded))
assert np.allclose(before, after), "the loaded model computes something else"
print("children:", sorted(set(names)))
