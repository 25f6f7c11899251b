"""A layer that forgets an argument, and the test that finds it."""

# %% use raises=AssertionError
import keras
import numpy as np


# breaks config, saving, precision: the power is not in the configuration.
@keras.saving.register_keras_serializable(package="guide")
class Power(keras.layers.Layer):
    """Raise numbers to a power.

    Args:
        power: The power.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, power=2, **kwargs):
        """Keep the power."""
        super().__init__(**kwargs)
        self.power = power

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs**self.power

    def get_config(self):
        """Return what the parent class knows."""
        return super().get_config()


def test_a_copy_computes_the_same():
    """Test with an argument that is not the default."""
    layer = Power(power=3)
    copy = Power.from_config(layer.get_config())
    two = np.full((1, 1), 2.0, dtype="float32")
    first, second = (
        keras.ops.convert_to_numpy(each(two)) for each in (layer, copy)
    )
    assert first == second, f"{first} became {second}"


test_a_copy_computes_the_same()
