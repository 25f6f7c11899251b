"""A cure: all layers are wired in __init__()."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """Two layers, wired in __init__()."""

    def __init__(self, dtype=None, trainable=True, **kwargs):
        """Wire both layers; there is no call() to write."""
        policy = keras.dtype_policies.get(dtype)
        shared = {"dtype": policy, "trainable": trainable}
        inputs = keras.Input((3,))
        hidden = keras.layers.Dense(2, **shared)(inputs)
        outputs = keras.layers.Dense(1, name="head", **shared)(hidden)
        super().__init__(inputs, outputs, trainable=trainable, **kwargs)
        # The functional constructor would drop a dtype without a word.
        self.dtype_policy = policy

    def get_config(self):
        """Return the arguments that create this model again."""
        return super().get_config()


x = np.ones((1, 3))
model = Scorer()
model(x)
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
difference = np.abs(model.predict(x, verbose=0) - loaded.predict(x, verbose=0))
print(len(loaded.weights), "weights, difference:", difference.max())
