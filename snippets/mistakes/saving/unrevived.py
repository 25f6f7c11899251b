"""A mistake: an argument is translated into the file, and not back."""

# %% use raises=Exception
import keras
import numpy as np


# Wrong on purpose: loading hands over a dictionary, not the layer.
@keras.saving.register_keras_serializable(package="guide")
class Augmented(keras.Model):
    """Change the inputs with a given layer, then map them to two numbers."""

    def __init__(self, augment, **kwargs):
        """Keep the layer, and create another."""
        super().__init__(**kwargs)
        self.augment = augment
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(2, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, size)` to floats `(batch, 2)`."""
        return self.dense(self.augment(inputs))

    def get_config(self):
        """Return the arguments that create this model again."""
        augment = keras.saving.serialize_keras_object(self.augment)
        return {**super().get_config(), "augment": augment}


x = np.ones((1, 3))
model = Augmented(keras.layers.Rescaling(2.0))
model(x)
copy = Augmented.from_config(model.get_config())
copy(x)
