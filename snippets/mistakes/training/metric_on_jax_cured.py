"""A cure for every backend: a weight in the layer, a metric in the model."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Measured(keras.layers.Layer):
    """Pass the inputs on, and remember their mean."""

    def __init__(self, **kwargs):
        """Create the weight that holds the mean of the last batch."""
        super().__init__(**kwargs)
        self.last = self.add_weight(
            initializer="zeros", trainable=False, autocast=False, name="last"
        )

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.last.assign(ops.mean(ops.cast(inputs, "float32")))
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return super().get_config()


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """A dense layer that reports the mean of its outputs."""

    def __init__(self, **kwargs):
        """Create the layers and the metric."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="ones", **shared)
        self.measured = Measured(**shared)
        self.mean = keras.metrics.Mean(name="score_mean")

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.measured(self.dense(inputs))

    def compute_loss(self, *args, **kwargs):
        """Update the metric, then compute the loss."""
        self.mean.update_state(self.measured.last)
        return super().compute_loss(*args, **kwargs)


# %% use
model = Net()
model.compile(optimizer="sgd", loss="mse")
history = model.fit(np.ones((4, 3)), np.ones((4, 1)), verbose=0).history
print(history)
