"""A mistake: two metrics with one name."""

# %% measure
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Watch(keras.layers.Layer):
    """Measure the mean of the inputs, and pass them on."""

    def __init__(self, **kwargs):
        """Create the metric."""
        super().__init__(**kwargs)
        self.mean = keras.metrics.Mean(name="mean")

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.mean.update_state(inputs)
        return inputs


model = keras.Sequential(
    [Watch(name="low"), keras.layers.Rescaling(10.0), Watch(name="high")]
)
model(ops.ones((2, 3)))
results = model.get_metrics_result()
means = {name: float(value) for name, value in results.items()}
print(means)
assert means == {"mean": 10.0}  # wrong: the mean of "low" is gone
