"""A layer that adds a loss, used twice in one forward pass."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MeanPenalty(keras.layers.Layer):
    """Add the mean of the inputs to the loss, and return them."""

    def call(self, inputs):
        """Return the inputs, floats of any shape, as they are."""
        self.add_loss(ops.mean(ops.cast(inputs, "float32")))
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        # Keras by itself records plain arguments only, and a policy is none.
        return super().get_config()


@keras.saving.register_keras_serializable(package="guide")
class Twice(keras.layers.Layer):
    """Penalize the inputs, scale them, and penalize the outputs."""

    def __init__(self, **kwargs):
        """Create the children; `build()` gives them their weights."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.penalty = MeanPenalty(**shared)
        self.dense = keras.layers.Dense(
            1, kernel_initializer="ones", use_bias=False, **shared
        )

    def build(self, input_shape):
        """Build the child that has weights, for inputs `(..., features)`."""
        self.dense.build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.penalty(self.dense(self.penalty(inputs)))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return self.dense.compute_output_shape(input_shape)


# %% fit
@keras.saving.register_keras_serializable(package="guide")
class Model(keras.Model):
    """A model that uses the shared layer directly."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.penalty = MeanPenalty(**shared)
        self.dense = keras.layers.Dense(
            1, kernel_initializer="ones", use_bias=False, **shared
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.penalty(self.dense(self.penalty(inputs)))


x = np.ones((8, 3), "float32")
for model in (Model(), keras.Sequential([keras.Input((3,)), Twice()])):
    model.compile(optimizer="sgd")
    history = model.fit(x, verbose=0)
    print(type(model).__name__, history.history)
