"""A layer with a metric of its own, on TensorFlow and PyTorch."""
# backends: tensorflow torch

# %% define
import keras
import numpy as np
from keras import ops


class MeasuredRelu(keras.layers.Layer):
    """Apply ReLU, and measure the share of active units."""

    def __init__(self, **kwargs):
        """Create the metric."""
        super().__init__(**kwargs)
        self.active = keras.metrics.Mean(name="active")

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        outputs = ops.relu(inputs)
        self.active.update_state(ops.cast(outputs > 0, "float32"))
        return outputs


# %% fit
relu = MeasuredRelu()
model = keras.Sequential([keras.Input((4,)), relu, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
x = np.array([[1.0, -1.0, 2.0, 3.0], [4.0, 2.0, -3.0, 1.0]])
history = model.fit(x, np.ones((2, 1)), epochs=3, verbose=0).history
print("active:", history["active"])

# %% by-hand
model.predict(-x, verbose=0)
print("after predict:", float(relu.active.result()))
relu.active.reset_state()
print("after reset:", float(relu.active.result()))
