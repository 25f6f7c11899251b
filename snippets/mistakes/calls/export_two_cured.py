"""A cure: build() names a shape for each argument."""
# backends: tensorflow

# %% use
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="guide")
class Sum(keras.Model):
    """One dense layer for each of two inputs, and their sum."""

    def __init__(self, **kwargs):
        """Create both layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        kind = {"kernel_initializer": "ones", **shared}
        self.first = keras.layers.Dense(1, **kind)
        self.second = keras.layers.Dense(1, **kind)

    def build(self, left_shape, right_shape):
        """Create the weights for `(batch, m)` and `(batch, n)`."""
        self.first.build(left_shape)
        self.second.build(right_shape)

    def call(self, left, right, training=None):
        """Map floats `(batch, m)` and `(batch, n)` to floats `(batch, 1)`."""
        return self.first(left) + self.second(right)


model = Sum()
left, right = np.ones((1, 2), "float32"), np.ones((1, 3), "float32")
print("model:", keras.ops.convert_to_numpy(model(left, right)))
model.export("exported", verbose=False)
served = tf.saved_model.load("exported")
print("exported:", served.serve(left, right).numpy())
