"""Exercise: a model that trains in training, and keeps its arguments."""

# %% start
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """Normalize rows, drop some numbers, and map each row to one.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        policy = self.dtype_policy
        self.norm = keras.layers.BatchNormalization(dtype=policy)
        self.drop = keras.layers.Dropout(0.5, dtype=policy)
        self.dense = keras.layers.Dense(1, dtype=policy)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(self.drop(self.norm(inputs)))


# %% check raises=AssertionError
x = np.random.default_rng(0).normal(5.0, size=(64, 3)).astype("float32")
model = Net()
model.compile(optimizer=keras.optimizers.SGD(0.001), loss="mse")
model.fit(x, x[:, :1], verbose=0)
mean = model.norm.moving_mean.numpy()
assert np.all(mean > 0.05), f"training did not reach BatchNormalization: {mean}"

first, second = (
    keras.ops.convert_to_numpy(model(x, training=True)) for _ in range(2)
)
assert not np.array_equal(first, second), "training did not reach Dropout"
assert Net.from_config(Net(rate=0.1).get_config()).rate == 0.1, "rate is lost"
print("the mean moved, numbers are dropped, and rate is kept")
