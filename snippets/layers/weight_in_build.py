"""The cure: the same weight, created in build()."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class InTime(keras.layers.Layer):
    """Multiply by one weight per feature."""

    def build(self, input_shape):
        """Create the weight for inputs of shape `(..., features)`."""
        if self.built:
            return
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        return ops.multiply(inputs, self.scale)


# %% use
layer = InTime(name="in_time")
layer(ops.ones((2, 3)))
print([weight.path for weight in layer.weights])
