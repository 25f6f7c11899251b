"""A layer that makes its module itself, and loads in safe mode."""
# backends: torch

# %% define
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch


@keras.saving.register_keras_serializable(package="guide")
class Encoder(keras.layers.Layer):
    """A linear module of PyTorch with a ReLU of Keras.

    Args:
        features: The number of features that come in.
        units: The number of features that go out.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, features, units, **kwargs):
        """Make the module and wrap it."""
        super().__init__(**kwargs)
        self.features = features
        self.units = units
        self.linear = keras.layers.TorchModuleWrapper(
            torch.nn.Linear(features, units),
            output_shape=(None, units),
            dtype="float32",
            trainable=self.trainable,
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, units)`."""
        outputs = self.linear(inputs, training=bool(training))
        return keras.ops.relu(keras.ops.cast(outputs, self.compute_dtype))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output."""
        return (*input_shape[:-1], self.units)

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"features": self.features, "units": self.units}
        return {**super().get_config(), **config}


# %% save
inputs = keras.Input((3,))
model = keras.Model(inputs, keras.layers.Dense(1)(Encoder(3, 4)(inputs)))
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
x = np.ones((2, 3), dtype="float32")
print(np.allclose(loaded.predict(x, verbose=0), model.predict(x, verbose=0)))
