"""A mistake: an integer as the seed of each call."""

# %% use
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Drop(keras.layers.Layer):
    """Set half of the inputs to zero in training."""

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        if not training:
            return inputs
        return keras.random.dropout(inputs, 0.5, seed=7)


drop = Drop()
x = ops.ones((1, 32))
outputs = [drop(x, training=True) for _ in range(20)]
count = len({ops.convert_to_numpy(each).tobytes() for each in outputs})
print("different results of 20 calls:", count)
assert count == 1  # wrong: each call drops the same units
