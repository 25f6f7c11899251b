"""Solution: sizes come from `ops.shape()`, and unknown ones stay unknown."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Chunk(keras.layers.Layer):
    """Join each `size` steps of a sequence into one.

    Args:
        size: How many steps become one.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, size, **kwargs):
        """Keep the size."""
        super().__init__(**kwargs)
        self.size = size

    def call(self, inputs):
        """Map `(batch, steps, features)` to `(batch, steps // size, more)`."""
        batch, steps, features = ops.shape(inputs)
        joined = self.size * features
        return ops.reshape(inputs, (batch, steps // self.size, joined))

    def compute_output_shape(self, input_shape):
        """Return the shape that comes out; unknown sizes stay None."""
        batch, steps, features = input_shape
        chunks = None if steps is None else steps // self.size
        return (batch, chunks, self.size * features)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "size": self.size}


# %% check
inputs = keras.Input((12, 3))
outputs = Chunk(size=4)(inputs)
assert outputs.shape == (None, 3, 12), f"it announces {outputs.shape}"

model = keras.Model(inputs, outputs)
for rows in (1, 5):
    x = np.arange(rows * 36.0).reshape(rows, 12, 3)
    y = ops.convert_to_numpy(model(x))
    assert y.shape == (rows, 3, 12), f"{rows} rows became {y.shape}"
    assert np.array_equal(y[0, 0], np.arange(12.0)), "the steps are mixed up"
assert Chunk(2).compute_output_shape((None, None, 3)) == (None, None, 6)
print("announced:", outputs.shape, "came:", y.shape)
