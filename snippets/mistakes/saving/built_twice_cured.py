"""A cure: a wrapper asks whether its layer is built already."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Residual(keras.layers.Layer):
    """Add the outputs of a layer to its inputs."""

    def __init__(self, layer, **kwargs):
        """Keep the layer."""
        super().__init__(**kwargs)
        self.layer = layer
        if not self.trainable:
            layer.trainable = False

    def build(self, input_shape):
        """Build the layer for inputs of any shape."""
        if not self.layer.built:
            self.layer.build(input_shape)

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        # The layer came with a dtype of its own.
        return inputs + ops.cast(self.layer(inputs), inputs.dtype)

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


residual = Residual(keras.layers.Dense(3, kernel_initializer="ones"))
model = keras.Sequential([keras.Input((3,)), residual])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
print(loaded.predict(np.ones((1, 3)), verbose=0))
