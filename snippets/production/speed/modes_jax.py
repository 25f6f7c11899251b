"""One model, called eagerly and compiled by XLA."""
# backends: jax

# %% model
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

keras.utils.set_random_seed(1)
model = keras.Sequential(
    [keras.Input((8,))]
    + [keras.layers.Dense(8, activation="tanh") for _ in range(4)]
)
x = np.linspace(-1.0, 1.0, 16, dtype="float32").reshape(2, 8)
runs = 0


def forward(trainable, non_trainable, x):
    """Call the model with these weights, and count how often Python does so."""
    global runs
    runs += 1
    return model.stateless_call(trainable, non_trainable, x)[0]


# %% modes timeout=120
state = (
    [variable.value for variable in model.trainable_variables],
    [variable.value for variable in model.non_trainable_variables],
)
expected = forward(*state, x)
for name, function in {"eager": forward, "jax.jit": jax.jit(forward)}.items():
    runs = 0
    for _ in range(10):
        y = function(*state, x)
    assert np.allclose(y, expected, atol=1e-6)
    print(f"{name}: 10 calls, {runs} of them in Python, same result")
