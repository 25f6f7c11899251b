"""Solution: one expression makes the list, and `build()` walks along it."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Stack(keras.layers.Layer):
    """Some dense layers, one after the other.

    Args:
        depth: Number of layers.
        units: Size of the last axis of the output.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, depth, units, **kwargs):
        """Create the children; `build()` builds them."""
        super().__init__(**kwargs)
        self.depth = depth
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.steps = [
            keras.layers.Dense(units, name=f"step_{i}", **shared)
            for i in range(depth)
        ]

    def build(self, input_shape):
        """Build the children for inputs `(..., features)`."""
        if self.built:
            return
        for step in self.steps:
            step.build(input_shape)
            input_shape = step.compute_output_shape(input_shape)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        for step in self.steps:
            inputs = step(inputs)
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"depth": self.depth, "units": self.units}
        return {**super().get_config(), **config}


# %% check
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
