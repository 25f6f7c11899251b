"""A mistake: two metrics with one name, and one of them is lost."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class MeasuredMean(keras.layers.Layer):
    """Return the inputs, and keep their mean as a metric."""

    def __init__(self, **kwargs):
        """Create the metric, with a name that each instance shares."""
        super().__init__(**kwargs)
        self.mean = keras.metrics.Mean(name="mean")

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.mean.update_state(inputs)
        return inputs


# %% collide
inputs = keras.Input((3,))
hidden = MeasuredMean(name="before")(inputs)
hidden = keras.layers.Rescaling(10.0)(hidden)
outputs = MeasuredMean(name="after")(hidden)
model = keras.Model(inputs, outputs)

model(ops.ones((2, 3)))
for metric in model.metrics:
    print(metric.name, float(metric.result()))
results = model.get_metrics_result()
print({name: float(value) for name, value in results.items()})


# %% cure
@keras.saving.register_keras_serializable(package="guide")
class NamedMean(keras.layers.Layer):
    """The same layer, whose metric is named after the layer."""

    def __init__(self, **kwargs):
        """Create the metric once the layer has its name."""
        super().__init__(**kwargs)
        self.mean = keras.metrics.Mean(name=f"{self.name}_mean")

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.mean.update_state(inputs)
        return inputs


hidden = NamedMean(name="before")(inputs)
hidden = keras.layers.Rescaling(10.0)(hidden)
model = keras.Model(inputs, NamedMean(name="after")(hidden))

model(ops.ones((2, 3)))
results = model.get_metrics_result()
print({name: float(value) for name, value in results.items()})
