"""An input that may be absent, and its shape."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Recall(keras.layers.Layer):
    """Map features to `size` numbers, and add a memory if there is one."""

    def __init__(self, size, **kwargs):
        """Create the children."""
        super().__init__(**kwargs)
        self.size = size
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(size, **shared)
        self.gate = keras.layers.Dense(size, **shared)

    def build(self, inputs_shape, memory_shape=None):
        """Build both children, also where the memory is absent."""
        self.dense.build(inputs_shape)
        self.gate.build((inputs_shape[0], self.size))

    def call(self, inputs, memory=None):
        """Map floats `(batch, m)`, `(batch, size)` to `(batch, size)`."""
        outputs = self.dense(inputs)
        return outputs if memory is None else outputs + self.gate(memory)

    def compute_output_shape(self, inputs_shape, memory_shape=None):
        """Return the shape of the outputs."""
        return (*inputs_shape[:-1], self.size)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "size": self.size}


# %% use
recall = Recall(4)
alone = recall(np.ones((2, 3)))
print(len(recall.weights), "weights after a call without a memory")
both = recall(np.ones((2, 3)), np.ones((2, 4)))
print(len(recall.weights), "weights after a call with one")
changed = ops.max(ops.abs(both - alone)) > 0.01
print("the memory counts:", bool(changed))

# %% model
inputs = keras.Input((3,), name="inputs")
memory = keras.Input((4,), name="memory", optional=True)
model = keras.Model([inputs, memory], recall(inputs, memory))
x = np.ones((2, 3))
without = ops.convert_to_numpy(model([x, None]))
print("the same without:", np.allclose(without, ops.convert_to_numpy(alone)))
