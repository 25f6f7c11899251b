"""A solution: a layer that puts several steps of a sequence into one."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Chunk(keras.layers.Layer):
    """Put each `size` steps into one; drop what is left over."""

    def __init__(self, size, **kwargs):
        """Keep how many steps go into one."""
        super().__init__(**kwargs)
        self.size = size

    def call(self, inputs):
        """Map `(batch, n, m)` to `(batch, n // size, size * m)`."""
        batch, steps, features = ops.shape(inputs)
        chunks = steps // self.size
        inputs = inputs[:, : chunks * self.size]
        return ops.reshape(inputs, (batch, chunks, self.size * features))

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        batch, steps, features = input_shape
        chunks = None if steps is None else steps // self.size
        return (batch, chunks, self.size * features)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "size": self.size}


# %% check
x = np.arange(42.0).reshape(2, 7, 3)  # 2 sequences of 7 steps, 3 features
chunks = ops.convert_to_numpy(Chunk(size=2)(x))
assert chunks.shape == (2, 3, 6), f"(2, 3, 6) wanted, not {chunks.shape}"
assert np.all(chunks == x[:, :6].reshape(2, 3, 6)), "numbers are mixed up"

said = Chunk(size=2).compute_output_shape((None, 7, 3))
assert said == (None, 3, 6), f"(None, 3, 6) to be announced, not {said}"

inputs = keras.Input((None, 3))  # any number of steps
model = keras.Model(inputs, Chunk(size=2)(inputs))
said = model.output_shape
assert said == (None, None, 6), f"(None, None, 6) to be announced, not {said}"
for rows, steps in [(2, 7), (5, 12)]:
    came = model.predict(np.ones((rows, steps, 3)), verbose=0).shape
    assert came == (rows, steps // 2, 6), f"{steps} steps became {came}"
    print(steps, "steps:", said, "announced,", came, "came")
