"""The cure: round forward, and pass the gradient through."""

# %% fit
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Rounded(keras.layers.Layer):
    """Combine the features, and round to a whole number."""

    def __init__(self, **kwargs):
        """Create the dense layer; build() builds it."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(2, kernel_initializer="ones", **shared)

    def build(self, input_shape):
        """Build the dense layer."""
        self.dense.build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        exact = self.dense(inputs)
        return exact + ops.stop_gradient(ops.round(exact) - exact)

    def compute_output_shape(self, input_shape):
        """Return the shape of the result."""
        return (*input_shape[:-1], 2)


layer = Rounded(name="rounded")
model = keras.Sequential([layer, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((8, 3)), np.ones((8, 1)), verbose=0)
moved = np.abs(layer.dense.kernel.numpy() - 1.0).max()
print("the kernel has moved:", moved > 0.0)
