"""A layer with a weight that is never used, and the test that finds it."""

# %% use raises=AssertionError
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Scale and shift each feature, or so it says."""

    def build(self, input_shape):
        """Create both weights for inputs `(batch, features)`."""
        shape = input_shape[-1:]
        self.scale = self.add_weight(shape=shape, name="scale")
        self.shift = self.add_weight(shape=shape, name="shift")

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        return inputs * self.scale


def test_every_weight_is_used():
    """Move one weight at a time: the outputs have to move with it."""
    layer = Scale()
    x = np.ones((2, 3), dtype="float32")
    before = keras.ops.convert_to_numpy(layer(x))
    for weight in layer.trainable_weights:
        old = weight.numpy()
        weight.assign(old + 1.0)
        after = keras.ops.convert_to_numpy(layer(x))
        weight.assign(old)
        assert not np.allclose(before, after), f"{weight.path} does nothing"


test_every_weight_is_used()
