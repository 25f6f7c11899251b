"""Solution: a penalty for mean activations far from a target."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class TargetPenalty(keras.layers.Layer):
    """Penalize units whose mean activation is far from a target."""

    def __init__(self, rate, target=0.0, **kwargs):
        """Keep the rate and the target."""
        super().__init__(**kwargs)
        self.rate = rate
        self.target = target

    def call(self, inputs):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        activations = ops.cast(inputs, "float32")
        distances = ops.mean(activations, axis=0) - self.target
        self.add_loss(self.rate * ops.mean(ops.square(distances)))
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"rate": self.rate, "target": self.target}
        return {**super().get_config(), **config}


# %% check
def added(layer, rows):
    """Return the loss that a layer adds in one call."""
    layer(np.array(rows, dtype="float32"))
    return float(sum(layer.losses))


penalty = TargetPenalty(rate=1.0, target=0.5)
ones = added(penalty, [[1, 1], [1, 1]])
assert ones == 0.25, f"ones are 0.5 off the target: 0.25, not {ones}"
even = added(penalty, [[0, 1], [1, 0]])
assert even == 0.0, f"each unit is at 0.5 on average: 0.0, not {even}"
uneven = added(penalty, [[0, 1], [0, 1]])
assert uneven == 0.25, f"each unit is 0.5 off: 0.25, not {uneven}"
copy = TargetPenalty.from_config(penalty.get_config())
assert added(copy, [[1, 1]]) == 0.25, "get_config() forgets an argument"
half = TargetPenalty(rate=2.0, target=0.5, dtype="mixed_float16")
large = added(half, [[300.5, 300.5]])
assert large == 180000.0, f"2 * 300 ** 2 in float32, not {large}"
print("losses:", ones, even, uneven, large)
