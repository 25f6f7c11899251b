"""Decisions that depend on values: where they work, and where not."""

# %% layer
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Limit(keras.layers.Layer):
    """Scale a batch down if any of its values is above 1."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        highest = ops.max(ops.abs(inputs))
        return ops.cond(highest > 1.0, lambda: inputs / highest, lambda: inputs)


rows = np.array([[1.0, 2.0], [3.0, 4.0]], dtype="float32")
inputs = keras.Input((2,))
model = keras.Model(inputs, Limit()(inputs))
print(model.predict(rows, verbose=0))
print(model.predict(rows / 8.0, verbose=0))

# %% each
model = keras.Model(inputs, ops.where(inputs > 2.0, 2.0, inputs))
print(model.predict(rows, verbose=0))


# %% python_if


# Wrong on purpose on TensorFlow and JAX: the `if` needs a value, and there is
# none yet.
@keras.saving.register_keras_serializable(package="guide")
class Branching(keras.Model):
    """The same with a Python `if`."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        highest = ops.max(ops.abs(inputs))
        if highest > 1.0:
            return inputs / highest
        return inputs


branching = Branching()
print("called:", ops.convert_to_numpy(branching(rows)).tolist())
try:
    print("predict:", branching.predict(rows, verbose=0).tolist())
except Exception as error:
    print("predict:", type(error).__name__)

# %% wiring raises=TypeError
if ops.max(inputs) > 1.0:
    inputs = inputs / ops.max(inputs)
