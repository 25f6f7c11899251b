"""A mistake: get_config() leaves out an argument that has a default."""

# %% use
import keras


# breaks config, precision, saving: the factor is not in the configuration.
@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a number.

    Args:
        factor: What to multiply by.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, factor=1.0, **kwargs):
        """Keep the factor."""
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.factor * inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


model = keras.Sequential([keras.Input((1,)), Scale(factor=3.0)])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")

factors = [each.layers[0].factor for each in (model, loaded)]
print("factors before and after loading:", factors)
assert factors == [3.0, 1.0]  # wrong: the default took its place
