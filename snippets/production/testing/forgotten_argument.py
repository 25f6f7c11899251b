"""An argument that get_config() forgets, and the test that finds it."""

# %% define
import tempfile
from pathlib import Path

import keras
import numpy as np


# Wrong on purpose: the config has no slope.
@keras.saving.register_keras_serializable(package="guide")
class Leaky(keras.layers.Layer):
    """Let a share of the negative numbers through.

    Args:
        slope: The share.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, slope=0.1, **kwargs):
        """Keep the slope."""
        super().__init__(**kwargs)
        self.slope = slope

    def call(self, inputs):
        """Map floats of any shape to the same shape."""
        return keras.ops.leaky_relu(inputs, self.slope)

    def get_config(self):
        """Return the arguments of every layer, and not our own."""
        return super().get_config()


DATA = np.array([[-10.0, 10.0]], dtype="float32")
print(keras.ops.convert_to_numpy(Leaky(slope=0.3)(DATA)))


# %% test raises=AssertionError
def test_loaded_model_computes_the_same(layer):
    """A file holds all that counts."""
    model = keras.Sequential([keras.Input((2,)), layer])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "model.keras")
        model.save(path)
        again = keras.models.load_model(path)
    found = keras.ops.convert_to_numpy(again(DATA))
    wanted = keras.ops.convert_to_numpy(model(DATA))
    assert np.allclose(found, wanted), f"{found} instead of {wanted}"
    print(f"passed: a slope of {layer.slope}")


test_loaded_model_computes_the_same(Leaky())
test_loaded_model_computes_the_same(Leaky(slope=0.3))
