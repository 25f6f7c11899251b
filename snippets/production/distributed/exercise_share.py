"""Exercise: the shares of the workers add up to the loss of the batch."""

# %% start
import keras
import numpy as np
from keras import ops


def share(model, x, y, batch, workers):
    """Return what one worker adds to the loss of the whole batch.

    Args:
        model: A model, with an L2 penalty among its losses.
        x: The rows of this worker, of shape `(rows, features)`.
        y: Their targets, of shape `(rows, 1)`.
        batch: Rows of the whole batch.
        workers: How many workers share it.
    """
    error = keras.losses.MeanSquaredError()(y, model(x))
    return error + sum(model.losses)


# %% check raises=AssertionError
inputs = keras.Input((2,))
layer = keras.layers.Dense(
    1, kernel_initializer="ones", kernel_regularizer="l2"
)
model = keras.Model(inputs, layer(inputs))
x = np.arange(20.0).reshape(10, 2) / 10
y = np.zeros((10, 1))
whole = keras.losses.MeanSquaredError()(y, model(x)) + sum(model.losses)
whole = ops.convert_to_numpy(whole)
for parts in [(5, 5), (7, 3), (4, 4, 2)]:
    ends = np.cumsum(parts)
    shares = [
        share(model, x[end - rows : end], y[end - rows : end], 10, len(parts))
        for rows, end in zip(parts, ends, strict=True)
    ]
    total = ops.convert_to_numpy(sum(shares))
    print(f"rows {parts}: {total:.4f}, one process: {whole:.4f}")
    assert abs(total - whole) < 1e-4, "the shares do not add up to the loss"
