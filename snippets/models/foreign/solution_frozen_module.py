"""A solution: the frozen module is called for inference."""
# backends: torch

# %% solve
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch


@keras.saving.register_keras_serializable(package="guide")
class Tuned(keras.Model):
    """A frozen module of PyTorch, and a head that learns."""

    def __init__(self, **kwargs):
        """Make the module and the head."""
        super().__init__(**kwargs)
        self.features = keras.layers.TorchModuleWrapper(
            torch.nn.BatchNorm1d(3),
            output_shape=(None, 3),
            dtype="float32",
            trainable=False,
        )
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.head = keras.layers.Dense(1, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, 3)` to floats `(batch, 1)`."""
        return self.head(self.features(inputs, training=False))


# %% check
model = Tuned()
model.compile(optimizer="sgd", loss="mse")
x = np.full((8, 3), 5.0, dtype="float32")
model.fit(x, x[:, :1], epochs=2, verbose=0)
count = len(model.trainable_weights)
assert count == 2, f"the head has 2 weights, and {count} are trained"
mean = round(float(model.features.module.running_mean[0]), 2)
assert mean == 0.0, f"the moving mean went from 0.0 to {mean}"
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
assert len(loaded.trainable_weights) == 2, "the loaded module is not frozen"
print("moving mean:", mean, "weights to train:", count)
