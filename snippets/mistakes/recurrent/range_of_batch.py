"""A mistake: a Python loop over the rows of a batch."""

# backends: tensorflow jax
# %% use raises=TypeError
import keras
from keras import ops


# Wrong on purpose: while Keras traces it, the number of rows is None.
@keras.saving.register_keras_serializable(package="guide")
class Ranked(keras.layers.Layer):
    """Sort the features of each row."""

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        rows = [ops.sort(inputs[row]) for row in range(inputs.shape[0])]
        return ops.stack(rows)


model = keras.Sequential([keras.Input((3,)), Ranked()])
