"""A mistake: a metric created in call()."""

# %% define
import keras
from keras import ops


# Wrong on purpose: the metric comes after the lock, and the layer raises.
@keras.saving.register_keras_serializable(package="guide")
class MeasuredMean(keras.layers.Layer):
    """Return the inputs, and keep their mean as a metric."""

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.mean = keras.metrics.Mean(name="mean")
        self.mean.update_state(inputs)
        return inputs


# %% use raises=ValueError
MeasuredMean()(ops.ones((2, 3)))
