"""A constant that is not cast, and the test that finds it."""

# %% define
import keras
import numpy as np
from keras import ops


# Wrong on purpose: the factors are float32, whatever the policy says.
@keras.saving.register_keras_serializable(package="guide")
class InUnits(keras.layers.Layer):
    """Multiply each column by a factor.

    Args:
        factors: A list of numbers, one for each column.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, factors, **kwargs):
        """Keep the factors."""
        super().__init__(**kwargs)
        self.factors = factors

    def call(self, inputs):
        """Scale floats `(batch, columns)`."""
        return ops.multiply(inputs, np.array(self.factors, dtype="float32"))

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "factors": self.factors}


# %% test raises=AssertionError
def test_precision(policy):
    """The outputs have the dtype that the policy asks for."""
    layer = InUnits([2.0, 3.0], dtype=policy)
    dtype = ops.dtype(layer(np.ones((4, 2))))
    assert dtype == layer.compute_dtype, f"{policy}: {dtype} came out"
    print(f"passed: {policy}")


test_precision("float32")
test_precision("mixed_float16")
