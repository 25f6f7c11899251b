"""A layer that takes one sensor away from each row, in training only."""

# %% define
import keras
import numpy as np
from keras import ops


class LoseOne(keras.layers.Layer):
    """Set one sensor of each row to zero, in training only."""

    def __init__(self, seed=None, **kwargs):
        """Create the source of the random numbers."""
        super().__init__(**kwargs)
        self.seed = seed
        self.random = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        """Map rows `(batch, sensors)` to rows of the same shape."""
        if not training:
            return inputs
        rows, sensors = ops.shape(inputs)
        lost = keras.random.randint((rows,), 0, sensors, seed=self.random)
        kept = 1 - ops.one_hot(lost, sensors, dtype=inputs.dtype)
        return inputs * kept * (sensors / (sensors - 1))


# %% ask
lose_one = LoseOne(seed=1)
ones = np.ones((4, 3), dtype="float32")
for training in (None, False, True):
    outputs = ops.convert_to_numpy(lose_one(ones, training=training))
    zeros = (outputs == 0).sum(axis=1)
    print(training, "lost:", zeros, "largest:", outputs.max())

# %% train
temperature = np.random.default_rng(1).uniform(size=(256, 1))
sensors = np.repeat(temperature, 3, axis=1)


def train(*before):
    """Train a model that begins with the first sensor alone."""
    sum_up = keras.layers.Dense(1, use_bias=False)
    model = keras.Sequential([keras.Input((3,)), *before, sum_up])
    sum_up.kernel.assign([[1.0], [0.0], [0.0]])
    model.compile(optimizer=keras.optimizers.SGD(0.3), loss="mse")
    model.fit(sensors, temperature, epochs=10, verbose=0, shuffle=False)
    print("weights:", ops.convert_to_numpy(sum_up.kernel)[:, 0].round(2))
    return model


plain = train()
robust = train(LoseOne(seed=1))

# %% break
rows = np.array([[12.0, 12.0, 12.0], [0.0, 12.0, 12.0]])
for model in (plain, robust):
    print(model.predict(rows, verbose=0)[:, 0].round(1))
