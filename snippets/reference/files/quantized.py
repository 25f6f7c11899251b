"""A quantized block does not load: its configuration knows the old policy."""

# %% define
import keras
import numpy as np


# Wrong on purpose: its configuration does not know that it was quantized.
@keras.saving.register_keras_serializable(package="guide")
class Block(keras.layers.Layer):
    """Two dense layers, one after the other.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, **kwargs):
        """Create the children."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.first = keras.layers.Dense(4, activation="relu", **shared)
        self.second = keras.layers.Dense(2, **shared)

    def build(self, input_shape):
        """Build the children for inputs of shape `(..., features)`."""
        self.first.build(input_shape)
        self.second.build(self.first.compute_output_shape(input_shape))

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., 2)`."""
        return self.second(self.first(inputs))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return (*input_shape[:-1], 2)


def make():
    """Return a model, with weights as they are at the start."""
    return keras.Sequential([keras.Input((3,)), Block(name="block")])


# %% quantize warns=UserWarning
x = np.random.default_rng(0).normal(size=(4, 3)).astype("float32")
model = make()
model.quantize("int8")
block = model.get_layer("block")
for layer in (block, block.first):
    print(layer.name, layer.dtype_policy.name)

# %% weights
model.save_weights("model.weights.h5")
again = make()
again.quantize("int8")
again.load_weights("model.weights.h5")
saved, read = model.predict(x, verbose=0), again.predict(x, verbose=0)
print("the same outputs:", np.array_equal(saved, read))

# %% file raises=ValueError
model.save("model.keras")
keras.saving.load_model("model.keras")
