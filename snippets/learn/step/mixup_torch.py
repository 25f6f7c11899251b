"""Mixup: train on blends of two rows each, on PyTorch."""
# backends: torch

# %% define
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MixupClassifier(keras.Model):
    """Tell two classes apart; train on blends of two rows each."""

    def __init__(self, share=0.25, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        self.share = share
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(
            1,
            activation="sigmoid",
            use_bias=False,
            kernel_initializer="zeros",
            **shared,
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to probabilities `(batch, 1)`."""
        return self.dense(inputs)

    def get_config(self):
        """Return the arguments that create this model again."""
        return {**super().get_config(), "share": self.share}

    def blend(self, rows):
        """Blend the first row with the last one, and so on."""
        rows = ops.cast(rows, "float32")
        return (1.0 - self.share) * rows + self.share * ops.flip(rows, axis=0)

    def train_step(self, data):
        """Train on blends, with the usual step."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        data = self.blend(x), self.blend(y), sample_weight
        return super().train_step(data)


# %% train
x = np.tile([[-1.0], [1.0]], (16, 1)).astype("float32")
y = np.tile([[0.0], [1.0]], (16, 1)).astype("float32")
for share in (0.0, 0.25):
    model = MixupClassifier(share)
    model.compile(keras.optimizers.SGD(8.0), loss="binary_crossentropy")
    history = model.fit(
        x, y, validation_data=(x, y), epochs=20, verbose=0, shuffle=False
    ).history
    answer = model.predict(np.array([[0.5]]), verbose=0).item()
    loss, val_loss = history["loss"][-1], history["val_loss"][-1]
    print(f"share {share}: {answer:.2f} for the point 0.5")
    print(f"  loss {loss:.2f}, val_loss {val_loss:.2f}")
