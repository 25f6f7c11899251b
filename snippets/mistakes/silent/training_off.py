"""A mistake: call() has no `training`, so fit() normalizes nothing."""

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """Normalize rows, then map each to one number."""

    def __init__(self, **kwargs):
        """Create both layers; the first call builds them."""
        super().__init__(**kwargs)
        policy = self.dtype_policy
        self.norm = keras.layers.BatchNormalization(dtype=policy)
        self.dense = keras.layers.Dense(1, dtype=policy)

    def call(self, inputs):
        """Map floats `(batch, 3)` to floats `(batch, 1)`."""
        return self.dense(self.norm(inputs))


x = np.random.default_rng(0).normal(5.0, size=(64, 3)).astype("float32")
model = Net()
model.compile(optimizer=keras.optimizers.SGD(0.001), loss="mse")
model.fit(x, x[:, :1], epochs=3, verbose=0)

mean = model.norm.moving_mean.numpy()
print("mean that was learned:", mean.round(1))
assert np.all(mean == 0.0)  # wrong: six steps, and still at its start
