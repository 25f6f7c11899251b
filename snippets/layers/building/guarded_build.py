"""A mistake: a build() that returns at once where the layer is built."""

# %% define
import keras


# Wrong on purpose: a second build() with another shape is written to the file.
@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Scale each feature."""

    def build(self, input_shape):
        """Create the scale for inputs of shape `(..., features)`."""
        if self.built:
            return
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        return self.scale * inputs


scale = Scale(name="scale")
model = keras.Sequential([keras.Input((4,)), scale])
scale.build((None, 7))
print("the weight:", tuple(scale.scale.shape))
print("noted for the file:", scale.get_build_config()["input_shape"])

# %% load raises=Exception
model.save("scale.keras")
keras.saving.load_model("scale.keras")
