"""The cure: a metric is named after its layer."""

# %% measure
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Watch(keras.layers.Layer):
    """Measure the mean of the inputs, and pass them on."""

    def __init__(self, **kwargs):
        """Create the metric."""
        super().__init__(**kwargs)
        self.mean = keras.metrics.Mean(name=f"{self.name}_mean")

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
assert means == {"low_mean": 1.0, "high_mean": 10.0}
