"""A mistake: a loss that is added in build()."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by one weight per feature, and penalize large weights."""

    def build(self, input_shape):
        """Create the weight for inputs of shape `(..., features)`."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )
        self.add_loss(ops.sum(ops.square(self.scale)))

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        return inputs * self.scale


# %% use
scale = Scale()
scale.build((None, 3))
print("after build():", len(scale.losses))
scale(ops.ones((2, 3)))
print("after a call: ", len(scale.losses))
