"""A mistake: a block that is created frozen, and trains."""

# %% define
import keras
import numpy as np


# Wrong on purpose: the children do not hear of `trainable`.
@keras.saving.register_keras_serializable(package="guide")
class Pair(keras.layers.Layer):
    """Two dense layers that are not told what their parent is told."""

    def __init__(self, **kwargs):
        """Create the children; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy}
        self.first = keras.layers.Dense(4, name="first", **shared)
        self.second = keras.layers.Dense(1, name="second", **shared)

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., 1)`."""
        return self.second(self.first(inputs))


# %% use
x = np.random.default_rng(2).normal(size=(64, 3)).astype("float32")
y = x.sum(axis=1, keepdims=True)
pair = Pair(trainable=False)
model = keras.Sequential([keras.Input((3,)), pair])
print("trainable weights of the block:", len(pair.trainable_weights))
print("trainable weights of the model:", len(model.trainable_weights))

before = pair.first.kernel.numpy()
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, verbose=0)
print("the kernel moved:", bool(np.any(pair.first.kernel.numpy() != before)))
