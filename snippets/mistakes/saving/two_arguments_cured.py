"""A cure: build() takes one shape for each argument."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Sum(keras.Model):
    """One dense layer for each of two inputs, and their sum."""

    def __init__(self, **kwargs):
        """Create both layers, with ones to begin with."""
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


left, right = np.ones((1, 2)), np.ones((1, 3))
model = Sum()
model(left, right)
model.set_weights([5.0 * weight for weight in model.get_weights()])
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
for each in (model, loaded):
    print(keras.ops.convert_to_numpy(each(left, right)))
