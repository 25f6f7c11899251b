"""Exercise: remember the largest value of each column."""

# %% start
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class ScaleDown(keras.layers.Layer):
    """Divide each column by its largest value, whatever the sign."""

    def __init__(self, features, **kwargs):
        """Keep the number of columns."""
        super().__init__(**kwargs)
        self.features = features

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats of the same shape."""
        largest = ops.max(ops.abs(inputs), axis=0)
        return inputs / ops.maximum(largest, 1e-6)  # zeros: no 0 / 0

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "features": self.features}


# %% check raises=AssertionError
def divisors(layer):
    """Return what the layer divides each of two columns by."""
    outputs = ops.convert_to_numpy(layer(np.ones((1, 2))))
    return (1.0 / outputs[0]).round(3).tolist()


x = np.array([[2.0, -4.0], [-1.0, 3.0]])
layer = ScaleDown(features=2)
assert divisors(layer) == [1.0, 1.0], "a new layer must divide by 1"
layer(x, training=True)
assert divisors(layer) == [2.0, 4.0], "after training on x: by 2 and 4"
layer(x / 2.0, training=True)
assert divisors(layer) == [2.0, 4.0], "smaller values must not count"
layer(x * 10.0)
assert divisors(layer) == [2.0, 4.0], "without training, no change"

assert not layer.trainable_weights, "no optimizer may change it"
twin = ScaleDown(features=2)
twin.set_weights(layer.get_weights())
assert divisors(twin) == [2.0, 4.0], "a copy of the weights lost it"
print(divisors(twin))
