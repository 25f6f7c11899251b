"""Round in the forward pass, and train as if there were no rounding."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Rounding(keras.layers.Layer):
    """Round to multiples of `step`; the gradient passes unchanged."""

    def __init__(self, step=1.0, **kwargs):
        """Keep the distance between two levels."""
        super().__init__(**kwargs)
        self.step = step

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        rounded = ops.round(inputs / self.step) * self.step
        return inputs + ops.stop_gradient(rounded - inputs)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "step": self.step}


# %% fit
x = np.tile([[1.0], [2.0]], (200, 1)).astype("float32")
y = np.tile([[3.0], [6.0]], (200, 1)).astype("float32")
dense = keras.layers.Dense(1, kernel_initializer="ones", use_bias=False)
model = keras.Sequential([keras.Input((1,)), dense, Rounding(step=0.5)])
model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
model.fit(x, y, batch_size=2, shuffle=False, verbose=0)
print("kernel:", dense.kernel.numpy().round(1))
print("outputs:", model.predict(x[:2], verbose=0).ravel())
