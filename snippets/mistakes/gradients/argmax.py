"""A mistake: the layer returns the position of its largest output."""
# backends: tensorflow

# %% fit raises=ValueError
import keras
import numpy as np
from keras import ops


# Wrong on purpose: argmax() has no gradient, so no weight can learn.
@keras.saving.register_keras_serializable(package="guide")
class Level(keras.layers.Layer):
    """Return the number of the best of three levels."""

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
        level = ops.argmax(self.scores(inputs), axis=-1, keepdims=True)
        return ops.cast(level, inputs.dtype)


model = keras.Sequential([Level()])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((8, 3)), np.ones((8, 1)), verbose=0)
