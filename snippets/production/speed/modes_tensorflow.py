"""One model, called eagerly, as a graph, and compiled by XLA."""
# backends: tensorflow

# %% model
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
model = keras.Sequential(
    [keras.Input((8,))]
    + [keras.layers.Dense(8, activation="tanh") for _ in range(4)]
)
x = np.linspace(-1.0, 1.0, 16, dtype="float32").reshape(2, 8)
runs = 0


def forward(x):
    """Call the model, and count how often Python does so."""
    global runs
    runs += 1
    return model(x)


# %% modes timeout=120
modes = {
    "eager": forward,
    "tf.function": tf.function(forward),
    "jit_compile": tf.function(forward, jit_compile=True),
}
expected = forward(x)
for name, function in modes.items():
    runs = 0
    for _ in range(10):
        y = function(x)
    assert np.allclose(y, expected, atol=1e-6)
    print(f"{name}: 10 calls, {runs} of them in Python, same result")
