"""The cure: a weighted mean of the levels, which has a gradient."""

# %% fit
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Level(keras.layers.Layer):
    """Return the mean of three levels, weighted by their scores."""

    def __init__(self, **kwargs):
        """Create the scores; build() builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.scores = keras.layers.Dense(3, **shared)

    def build(self, input_shape):
        """Build the scores."""
        self.scores.build(input_shape)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        shares = ops.softmax(self.scores(inputs))
        levels = ops.cast(ops.arange(3), shares.dtype)
        return ops.sum(shares * levels, axis=-1, keepdims=True)

    def compute_output_shape(self, input_shape):
        """Return the shape of the result."""
        return (*input_shape[:-1], 1)


model = keras.Sequential([Level()])
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
x, y = np.ones((800, 3)), np.full((800, 1), 1.5)
model.fit(x, y, batch_size=8, verbose=0)
print("wanted 1.5, got", model.predict(x[:1], verbose=0).round(2))
