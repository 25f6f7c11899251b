"""Exercise: a loss that is added to all others."""

# %% start
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Price(keras.Sequential):
    """A model that should predict nothing below zero."""


# %% check raises=AssertionError
options = {"kernel_initializer": "ones", "kernel_regularizer": "l2"}
model = Price([keras.layers.Dense(1, **options)])
model.compile(loss="mse")
x, y = np.array([[4.0], [-2.0]]), np.array([[4.0], [100.0]])
weights = np.array([1.0, 0.0])
loss = model.evaluate(x, y, sample_weight=weights, verbose=0)
assert np.isclose(loss, 1.01), f"the loss is {loss:.2f}, not 1.01"
print(f"loss in all: {loss:.2f}")
