"""Solution: a test that finds two wrong layers."""

# %% solve
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Shares(keras.layers.Layer):
    """Divide each row, no number of which is below 0, by its sum."""

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""
        total = ops.sum(inputs, axis=-1, keepdims=True)
        return inputs / ops.maximum(total, keras.config.epsilon())


@keras.saving.register_keras_serializable(package="guide")
class OfColumns(Shares):
    """The same, by the sum of each column: wrong."""

    def call(self, inputs):
        """Return floats `(batch, features)`."""
        total = ops.sum(inputs, axis=0)
        return inputs / ops.maximum(total, keras.config.epsilon())


# Wrong on purpose: it computes in float32 under each policy.
@keras.saving.register_keras_serializable(package="guide")
class InFull(Shares):
    """The same, in the wrong dtype."""

    def call(self, inputs):
        """Return floats `(batch, features)`."""
        return super().call(ops.cast(inputs, "float32"))


INPUTS = np.array([[1.0, 2.0, 1.0], [3.0, 0.0, 1.0]], dtype="float32")


def test_shares(layer_class):
    """Demand of a layer what `Shares` does."""
    outputs = layer_class()(INPUTS)
    assert tuple(outputs.shape) == INPUTS.shape

    alone = layer_class()(INPUTS[:1])
    alone, among = map(ops.convert_to_numpy, (alone, outputs[:1]))
    assert np.allclose(alone, among), "the rows mix"

    half = layer_class(dtype="mixed_float16")
    assert ops.dtype(half(INPUTS)) == "float16", "the dtype spreads"


# %% check
test_shares(Shares)

missed = []
for wrong in (OfColumns, InFull):
    try:
        test_shares(wrong)
        missed.append(wrong.__name__)
    except AssertionError:
        print("found:", wrong.__name__)
assert not missed, f"your test passes {' and '.join(missed)}"
