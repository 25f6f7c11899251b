"""The cure: a layer returns a copy of its state."""

# %% use
import keras
import numpy as np
from keras import ops


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
        return ops.copy(ops.cast(self.total, self.compute_dtype))


layer = RunningSum()
x = np.ones((2, 3), dtype="float32")
first = layer(x)
second = layer(x)
first = ops.convert_to_numpy(first)
print("what the first call returned:", first)
assert np.all(first == 2.0)
