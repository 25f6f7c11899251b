"""A layer that charges, used twice in one forward pass."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Charge(keras.layers.Layer):
    """Charge the mean of the inputs, and pass them on."""

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
    """Charge for the inputs, scale them, and charge for the outputs."""

    def __init__(self, **kwargs):
        """Create the children; `build()` gives them their weights."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.charge = Charge(**shared)
        self.dense = keras.layers.Dense(
            1, kernel_initializer="ones", use_bias=False, **shared
        )

    def build(self, input_shape):
        """Build the child that has weights, for inputs `(..., features)`."""
        self.dense.build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.charge(self.dense(self.charge(inputs)))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return self.dense.compute_output_shape(input_shape)


# %% call
x = np.ones((8, 3), "float32")
twice = Twice()
twice(x)
print([float(ops.convert_to_numpy(loss)) for loss in twice.losses])


# %% fit
@keras.saving.register_keras_serializable(package="guide")
class Model(keras.Model):
    """A model that uses the shared layer directly."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.charge = Charge(**shared)
        self.dense = keras.layers.Dense(
            1, kernel_initializer="ones", use_bias=False, **shared
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.charge(self.dense(self.charge(inputs)))


for model in (Model(), keras.Sequential([keras.Input((3,)), Twice()])):
    model.compile(optimizer="sgd")
    history = model.fit(x, verbose=0)
    print(type(model).__name__, history.history)
