"""A mistake: an attribute has a name that Keras uses."""

# %% use raises=AttributeError
import keras


# Wrong on purpose: no layer is made.
class Watch(keras.layers.Layer):
    """Measure the mean of the inputs."""

    def __init__(self, **kwargs):
        """Create the metric."""
        super().__init__(**kwargs)
        self.metrics = [keras.metrics.Mean(name="mean")]

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.metrics[0].update_state(inputs)
        return inputs


Watch()
