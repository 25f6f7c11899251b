"""A mistake: call() wants a number where there is none yet."""
# backends: tensorflow jax

# %% use raises=Exception
import keras
from keras import ops


# Wrong on purpose: a symbolic call has no numbers, and there is no other here.
class Normalize(keras.layers.Layer):
    """Divide the inputs by the largest of them."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return inputs / float(ops.max(inputs))


Normalize()(keras.Input((3,)))
