"""A cure: one call of super().__init__(), with inputs and outputs."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scorer(keras.Model):
    """One dense layer, wired in __init__()."""

    def __init__(self, dtype=None, trainable=True, **kwargs):
        """Wire the layer, and tell the parent."""
        policy = keras.dtype_policies.get(dtype)
        inputs = keras.Input((3,))
        dense = keras.layers.Dense(1, dtype=policy, trainable=trainable)
        outputs = dense(inputs)
        super().__init__(inputs, outputs, trainable=trainable, **kwargs)
        # The functional constructor would drop a dtype without a word.
        self.dtype_policy = policy

    def get_config(self):
        """Return the arguments that create this model again."""
        return super().get_config()


model = Scorer()
model(np.ones((1, 3)))
model.save("model.keras")
print("saved")
loaded = keras.saving.load_model("model.keras")
print("loaded:", type(loaded).__name__, len(loaded.weights), "weights")
