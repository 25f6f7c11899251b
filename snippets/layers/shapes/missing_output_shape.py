"""A layer that does not say which shape it puts out."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Pairs(keras.layers.Layer):
    """Put each step next to the one before it."""

    def call(self, inputs):
        """Map floats `(batch, n, size)` to `(batch, n - 1, 2 * size)`."""
        return ops.concatenate([inputs[:, :-1], inputs[:, 1:]], axis=-1)


# %% found
inputs = keras.Input((10, 3))
print(Pairs()(inputs).shape)
print(Pairs().compute_output_spec(inputs).shape)

# %% asked raises=NotImplementedError
Pairs().compute_output_shape((None, 10, 3))
