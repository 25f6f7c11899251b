"""A mistake: a model whose build() leaves its layers unbuilt."""

# %% define
import keras
import numpy as np


# Wrong on purpose: build() creates no weights, so none are loaded.
@keras.saving.register_keras_serializable(package="guide")
class Lossy(keras.Model):
    """A dense layer in a model."""

    def __init__(self, **kwargs):
        """Create the layer, with ones to begin with."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(
            2, kernel_initializer="ones", name="dense", **shared
        )

    def build(self, input_shape):
        """Say that the model is built, and build nothing."""

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return self.dense(inputs)


@keras.saving.register_keras_serializable(package="guide")
class Whole(Lossy):
    """The same, with a build() that does what it promises."""

    def build(self, input_shape):
        """Create the weights for inputs of shape `(batch, features)`."""
        self.dense.build(input_shape)


# %% use
x = np.ones((1, 3), dtype="float32")


def show(model):
    """Train a model, as it were, and print what it puts out when loaded."""
    model(x)
    model.dense.kernel.assign([[5.0, 6.0]] * 3)
    model.save("model.keras")
    loaded = keras.saving.load_model("model.keras")
    before, after = (
        keras.ops.convert_to_numpy(each(x)) for each in (model, loaded)
    )
    print(model.name, "before:", before, "after:", after)


show(Lossy(name="lossy"))

# %% cure
show(Whole(name="whole"))
