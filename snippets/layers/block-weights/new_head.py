"""How to give trained layers a new head."""

# %% define
import keras
from keras import ops

inputs = ops.ones((2, 4))


@keras.saving.register_keras_serializable(package="guide")
class Pair(keras.layers.Layer):
    """A dense layer and a head, in a list."""

    def __init__(self, **kwargs):
        """Create the children; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.steps = [
            keras.layers.Dense(3, name="body", **shared),
            keras.layers.Dense(1, name="head", **shared),
        ]

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, head_units)`."""
        body, head = self.steps
        return head(body(inputs))


# %% cure
pair = Pair(name="pair")
pair(inputs)
body, _ = pair.steps
model = keras.Sequential([body, keras.layers.Dense(5, name="new_head")])
print("outputs:", tuple(model(inputs).shape))
print([weight.path for weight in model.weights])
