"""Solution: let large activations cost more than small ones."""

# %% solve
import keras
import numpy as np


class ActivityPenalty(keras.layers.Layer):
    """Pass the inputs on, and add a penalty for their mean square."""

    def __init__(self, rate, **kwargs):
        """Keep the rate: what a mean square of 1 costs."""
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs):
        """Return the inputs as they are."""
        squares = keras.ops.square(keras.ops.cast(inputs, "float32"))
        self.add_loss(self.rate * keras.ops.mean(squares))
        return inputs


# %% check
layer = ActivityPenalty(rate=0.5)
layer(np.array([[1.0, -3.0]]))
found = float(sum(layer.losses))
assert found == 2.5, f"half the mean of 1 and 9 is 2.5, not {found}"
half = ActivityPenalty(rate=0.5, dtype="float16")
half(np.array([[300.0, 300.0]]))
found = float(sum(half.losses))
assert found == 45000.0, f"cast first, then square: 45000.0, not {found}"
print("penalties: 2.5 and 45000.0")
