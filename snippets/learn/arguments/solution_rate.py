"""Solution: take a sensor away from some rows, not from all."""

# %% solve
import keras
import numpy as np
from keras import ops


class LoseSometimes(keras.layers.Layer):
    """Set one sensor to zero in a share of the rows, in training only."""

    def __init__(self, rate, seed=None, **kwargs):
        """Create the source of the random numbers."""
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        self.random = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        """Map rows `(batch, sensors)` to rows of the same shape."""
        if not training:
            return inputs
        rows, sensors = ops.shape(inputs)
        lost = keras.random.randint((rows,), 0, sensors, seed=self.random)
        lost = ops.one_hot(lost, sensors, dtype=inputs.dtype)
        draws = keras.random.uniform((rows, 1), seed=self.random)
        lost = lost * ops.cast(draws < self.rate, inputs.dtype)
        return inputs * (1 - lost) / (1 - self.rate / sensors)


# %% check
ones = np.ones((10_000, 3), dtype="float32")
layer = LoseSometimes(0.5, seed=1)
unchanged = (ops.convert_to_numpy(layer(ones)) == 1).all()
assert unchanged, "outside training, nothing may change"
outputs = ops.convert_to_numpy(layer(ones, training=True))
lost = (outputs == 0).sum(axis=1)
share = lost.mean().round(1)
assert share == 0.5, f"rows that lose a sensor: {share}, not 0.5"
assert lost.max() == 1, f"a row has lost {lost.max()} sensors, not one at most"
mean = round(float(outputs.mean()), 1)
assert mean == 1, f"the mean of the sensors is {mean}, and has to stay 1"
print("share of the rows:", share, "mean:", mean)
