"""A mistake: name and trainable are set before super().__init__()."""

# %% use
import keras
from keras import ops


# Wrong on purpose: super().__init__() sets both again, to its defaults.
@keras.saving.register_keras_serializable(package="guide")
class Head(keras.layers.Layer):
    """A dense layer, for two numbers."""

    def __init__(self, trainable=True, name=None, **kwargs):
        """Create the dense layer."""
        self.trainable = trainable
        self.name = name
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(2, **shared)

    def build(self, input_shape):
        """Build the dense layer."""
        self.dense.build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return self.dense(inputs)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output."""
        return (*input_shape[:-1], 2)


head = Head(trainable=False, name="frozen")
head(ops.ones((1, 3)))
count = len(head.trainable_weights)
print(f"{head.name}: {count} weights to train")
assert count == 2  # wrong: trainable=False was asked for
