"""Loops in call(): a number of turns that is known, and one that is not."""

# %% scan
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class SquareRoot(keras.layers.Layer):
    """Take the root of positive numbers by the rule of Newton.

    Args:
        turns: How often to improve the first guess.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    def __init__(self, turns=8, **kwargs):
        """Remember the number of turns."""
        super().__init__(**kwargs)
        self.turns = turns

    def call(self, inputs):
        """Map positive floats to floats of the same shape."""

        def improve(guess, _):
            return 0.5 * (guess + inputs / guess), None

        start = ops.ones_like(inputs)
        return ops.scan(improve, start, xs=None, length=self.turns)[0]

    def get_config(self):
        """Return the arguments that create the layer again."""
        return {**super().get_config(), "turns": self.turns}


x = np.array([[4.0, 2.0]])
print(ops.convert_to_numpy(SquareRoot()(x)).round(4))

# %% while
numbers = ops.convert_to_tensor(x)


def not_close(guess):
    """Return whether a guess can be improved."""
    return ops.max(ops.abs(guess * guess - numbers)) > 1e-4


(root,) = ops.while_loop(
    not_close,
    lambda guess: (0.5 * (guess + numbers / guess),),
    (ops.ones_like(numbers),),
)
print(ops.convert_to_numpy(root).round(4))
