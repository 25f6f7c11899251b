"""A mistake: an attribute called metrics."""

# %% define
import keras


# Wrong on purpose: no instance can be made, and that is what this class shows.
@keras.saving.register_keras_serializable(package="guide")
class MeasuredMean(keras.layers.Layer):
    """Return the inputs, and keep their mean as a metric."""

    def __init__(self, **kwargs):
        """Assign to a name that Keras uses itself."""
        super().__init__(**kwargs)
        self.metrics = [keras.metrics.Mean(name="mean")]

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.metrics[0].update_state(inputs)
        return inputs


# %% use raises=AttributeError
MeasuredMean()
