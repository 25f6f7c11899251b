"""The compiled gradients in JAX: Python runs them once."""
# backends: jax

# %% data hidden
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

kilos = np.tile([[1.0], [2.0], [3.0], [4.0]], (8, 1)).astype("float32")
prices = 3.0 * kilos
prices[21] = 600.0  # 6.0 would be right

dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((1,)), dense])
loss_fn = keras.losses.MeanSquaredError()


# %% step
@jax.jit
@jax.value_and_grad
def differentiate(weights, x, y):
    """Return the loss with these weights; JAX adds the gradients."""
    print("Python runs the step")
    outputs, _, penalties = model.stateless_call(
        weights, [], x, training=True, return_losses=True
    )
    return loss_fn(y, outputs) + sum(penalties)


# %% unchanged hidden
def loss_and_gradients(x, y):
    """Return the loss of a batch, and one gradient for each weight."""
    weights = [variable.value for variable in model.trainable_variables]
    return differentiate(weights, x, y)


# %% batches
for start in range(0, 32, 4):
    rows = slice(start, start + 4)
    loss, gradients = loss_and_gradients(kilos[rows], prices[rows])
print("batches computed: 8")
