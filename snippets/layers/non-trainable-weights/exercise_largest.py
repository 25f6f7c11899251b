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
        return inputs / ops.max(ops.abs(inputs), axis=0)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "features": self.features}


# %% check raises=AssertionError
def divisors(layer):
    """Return what the layer divides each of two columns by."""
    return 1.0 / ops.convert_to_numpy(layer(np.ones((1, 2))))[0]


x = np.array([[2.0, -4.0], [-1.0, 3.0]])
layer = ScaleDown(features=2)
assert np.allclose(divisors(layer), 1.0), "a new layer must divide by 1"
layer(x, training=True)
assert np.allclose(divisors(layer), [2.0, 4.0]), "what training showed is lost"
layer(x / 2.0, training=True)
assert np.allclose(divisors(layer), [2.0, 4.0]), "a smaller batch shrank it"
layer(x * 10.0)
assert np.allclose(divisors(layer), [2.0, 4.0]), "it changed without training"

assert not layer.trainable_weights, "no optimizer may change it"
twin = ScaleDown(features=2)
twin.set_weights(layer.get_weights())
assert np.allclose(divisors(twin), [2.0, 4.0]), "no weight holds it"
print(divisors(twin))
