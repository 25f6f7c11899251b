"""A cure: from_config() makes the layer again."""

# %% use
import keras
import numpy as np


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

    @classmethod
    def from_config(cls, config):
        """Create the model from what `get_config()` returned."""
        augment = keras.saving.deserialize_keras_object(config["augment"])
        return cls(**{**config, "augment": augment})


x = np.ones((1, 3))
model = Augmented(keras.layers.Rescaling(2.0))
model(x)
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
difference = np.abs(model.predict(x, verbose=0) - loaded.predict(x, verbose=0))
print(type(loaded.augment).__name__, "difference:", difference.max())
