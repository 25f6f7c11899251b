"""A cure: get_config() and from_config() translate the argument."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
def halve(inputs):
    """Map floats of any shape to half of them."""
    return inputs / 2.0


@keras.saving.register_keras_serializable(package="guide")
class Apply(keras.layers.Layer):
    """Apply a function.

    Args:
        function: A registered function of one tensor.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, function, **kwargs):
        """Keep the function."""
        super().__init__(**kwargs)
        self.function = function

    def call(self, inputs):
        """Map floats of any shape to what the function makes of them."""
        return self.function(inputs)

    def get_config(self):
        """Return the arguments that create this layer again."""
        function = keras.saving.serialize_keras_object(self.function)
        return {**super().get_config(), "function": function}

    @classmethod
    def from_config(cls, config):
        """Create the layer from what `get_config()` returned."""
        function = keras.saving.deserialize_keras_object(config["function"])
        return cls(**{**config, "function": function})


model = keras.Sequential([keras.Input((3,)), Apply(halve)])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
print(loaded.predict(np.ones((1, 3)), verbose=0))
