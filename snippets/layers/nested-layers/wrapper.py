"""A layer around a layer that somebody else created."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Residual(keras.layers.Layer):
    """Add the outputs of a layer to its inputs.

    Args:
        layer: A layer whose outputs have the shape of its inputs.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, layer, **kwargs):
        """Keep the layer."""
        super().__init__(**kwargs)
        self.layer = layer
        if not self.trainable:
            layer.trainable = False

    def build(self, input_shape):
        """Build the layer for inputs of any shape."""
        # A layer that comes from a file, or from elsewhere, may have weights.
        if not self.layer.built:
            self.layer.build(input_shape)

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        outputs = self.layer(inputs, training=training)
        # The layer came with a dtype of its own.
        return inputs + ops.cast(outputs, inputs.dtype)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return input_shape

    def get_config(self):
        """Return the arguments that create this layer again."""
        layer = keras.saving.serialize_keras_object(self.layer)
        return {**super().get_config(), "layer": layer}

    @classmethod
    def from_config(cls, config):
        """Create the layer from what `get_config()` returned."""
        layer = keras.saving.deserialize_keras_object(config["layer"])
        return cls(**{**config, "layer": layer})


# %% load
residual = Residual(keras.layers.Dense(3))
model = keras.Sequential([keras.Input((3,)), residual])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")

x = np.random.default_rng(4).normal(size=(2, 3)).astype("float32")
same = np.allclose(
    ops.convert_to_numpy(model(x)), ops.convert_to_numpy(loaded(x))
)
print("same outputs:", same)
