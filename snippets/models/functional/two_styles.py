"""What a functional model knows about itself, and a subclassed one not."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Subclassed(keras.Model):
    """A hidden layer and a score."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(8, name="hidden", **shared)
        self.score = keras.layers.Dense(1, name="score", **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.score(self.hidden(inputs))


inputs = keras.Input((4,))
hidden = keras.layers.Dense(8, name="hidden")(inputs)
functional = keras.Model(inputs, keras.layers.Dense(1, name="score")(hidden))
subclassed = Subclassed()

# %% before
for model in (functional, subclassed):
    shape = getattr(model, "output_shape", "unknown")
    print("weights:", len(model.weights), "output shape:", shape)

# %% config
rows = np.ones((2, 4), dtype="float32")
subclassed(rows)
for model in (functional, subclassed):
    layers = [
        each["config"]["name"] for each in model.get_config().get("layers", [])
    ]
    print("layers in the configuration:", layers)
twin = keras.Model.from_config(functional.get_config())
print("made again:", [layer.name for layer in twin.layers])

# %% wiring raises=ValueError
keras.layers.Conv2D(8, kernel_size=3)(inputs)
