"""A mistake: a model with two inputs and no build() of its own."""

# %% define
import keras
import numpy as np


# Wrong on purpose: Keras cannot tell from one shape how to build both layers.
@keras.saving.register_keras_serializable(package="guide")
class Lossy(keras.Model):
    """One dense layer for each of two inputs, and their sum."""

    def __init__(self, **kwargs):
        """Create both layers, with ones to begin with."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.first = keras.layers.Dense(
            2, kernel_initializer="ones", name="first", **shared
        )
        self.second = keras.layers.Dense(
            2, kernel_initializer="ones", name="second", **shared
        )

    def call(self, left, right, training=None):
        """Map floats `(batch, m)` and `(batch, n)` to floats `(batch, 2)`."""
        return self.first(left) + self.second(right)


@keras.saving.register_keras_serializable(package="guide")
class Whole(Lossy):
    """The same, with a build() that takes both shapes."""

    def build(self, left_shape, right_shape):
        """Create the weights for `(batch, m)` and `(batch, n)`."""
        self.first.build(left_shape)
        self.second.build(right_shape)


# %% use warns=UserWarning
left = np.ones((1, 3), dtype="float32")
right = np.ones((1, 4), dtype="float32")


def show(model):
    """Print what is known of a model, and what it puts out when loaded."""
    model(left, right)
    model.first.kernel.assign([[5.0, 6.0]] * 3)
    model.save("model.keras")
    print(model.name, model.get_build_config())
    loaded = keras.saving.load_model("model.keras")
    for each in (model, loaded):
        print(keras.ops.convert_to_numpy(each(left, right)))


show(Lossy(name="lossy"))

# %% cure
show(Whole(name="whole"))
