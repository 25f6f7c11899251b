"""A mistake: a wrapper that builds a layer which is built already."""

# %% define
import keras


# Wrong on purpose: the layer may come with its weights.
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

    def build(self, input_shape):
        """Build the layer for inputs of any shape."""
        self.layer.build(input_shape)

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs + self.layer(inputs)

    def get_config(self):
        """Return the arguments that create this layer again."""
        layer = keras.saving.serialize_keras_object(self.layer)
        return {**super().get_config(), "layer": layer}

    @classmethod
    def from_config(cls, config):
        """Create the layer from what `get_config()` returned."""
        layer = keras.saving.deserialize_keras_object(config["layer"])
        return cls(**{**config, "layer": layer})


# %% save
residual = Residual(keras.layers.Dense(3))
model = keras.Sequential([keras.Input((3,)), residual])
model.save("model.keras")

# %% load raises=ValueError
keras.saving.load_model("model.keras")
