"""A mistake: a child that was replaced stays with its parent."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Head(keras.layers.Layer):
    """A dense layer, chosen twice."""

    def __init__(self, **kwargs):
        """Create one child, and then another in its place."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(2, name="first", **shared)
        self.dense = keras.layers.Dense(3, name="second", **shared)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., 3)`."""
        return self.dense(inputs)


# %% use warns=UserWarning
head = Head(name="head")
outputs = head(ops.ones((2, 4)))
print(tuple(outputs.shape), [weight.path for weight in head.weights])
