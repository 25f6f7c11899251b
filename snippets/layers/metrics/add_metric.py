"""A mistake: add_metric() is gone from Keras 3."""

# %% define
import keras
from keras import ops


# Wrong on purpose: add_metric() raises, and that is what this class shows.
@keras.saving.register_keras_serializable(package="guide")
class MeasuredMean(keras.layers.Layer):
    """Return the inputs, and report their mean."""

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.add_metric(ops.mean(inputs), name="mean")
        return inputs


# %% use raises=NotImplementedError
MeasuredMean()(ops.ones((2, 3)))
