"""A mistake: get_config() says more than __init__() takes."""

# %% use raises=TypeError
import keras


# Wrong on purpose: name and dtype have nowhere to go.
@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a number."""

    def __init__(self, factor):
        """Keep the number."""
        super().__init__()
        self.factor = factor

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.factor * inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "factor": self.factor}


model = keras.Sequential([keras.Input((3,)), Scale(3.0)])
model.save("model.keras")
try:
    keras.saving.load_model("model.keras")
except TypeError as error:
    # In between are the configurations of the model and the layer.
    first, *_, last = str(error).splitlines()
    raise TypeError(f"{first} [...] {last}") from None
