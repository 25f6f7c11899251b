"""A weight per feature, created in build() from the shape of the input."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class ScaleFeatures(keras.layers.Layer):
    """Multiply by one weight per feature."""

    def build(self, input_shape):
        """Create the weight for inputs of shape `(..., features)`."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        return ops.multiply(inputs, self.scale)


# %% use
layer = ScaleFeatures(name="scale_features")
layer(ops.ones((2, 3)))
print([weight.path for weight in layer.weights])

# %% known
outputs = ScaleFeatures()(keras.Input((None, 8)))
print(outputs.shape)

# %% unknown raises=ValueError
ScaleFeatures()(keras.Input((8, None)))
