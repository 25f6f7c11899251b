"""A mistake: a layer returns its state itself."""

# %% use
import keras
import numpy as np
from keras import ops


# breaks precision, symbolic (jax), batch (jax), saving (jax): it returns a
# variable and not a tensor.
@keras.saving.register_keras_serializable(package="guide")
class RunningSum(keras.layers.Layer):
    """Add up all rows that it has ever seen."""

    def build(self, input_shape):
        """Create the total for inputs `(batch, features)`."""
        self.total = self.add_weight(
            shape=input_shape[1:],
            initializer="zeros",
            trainable=False,
            autocast=False,
            name="total",
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to the total, `(features,)`."""
        rows = ops.sum(ops.cast(inputs, "float32"), axis=0)
        self.total.assign_add(rows)
        return self.total


layer = RunningSum()
x = np.ones((2, 3), dtype="float32")
first = layer(x)
second = layer(x)
first = np.array(first.numpy())
print("what the first call returned:", first)
assert np.all(first == 4.0)  # wrong: it was 2, and changed afterwards
