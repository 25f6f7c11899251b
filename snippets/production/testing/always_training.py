"""A layer that always trains, and the test that finds it."""

# %% use raises=AssertionError
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Sparse(keras.layers.Layer):
    """Drop half of the numbers."""

    def __init__(self, **kwargs):
        """Create the dropout."""
        super().__init__(**kwargs)
        self.dropout = keras.layers.Dropout(
            0.5, seed=1, dtype=self.dtype_policy
        )

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        return self.dropout(inputs, training=True)


def test_nothing_is_dropped_outside_training():
    """What is in use has to give the same answer twice."""
    outputs = keras.ops.convert_to_numpy(
        Sparse()(np.ones((1, 64)), training=False)
    )
    assert np.all(outputs == 1.0), "numbers were dropped outside training"


test_nothing_is_dropped_outside_training()
