"""Exercise: name the weights that a step does not move."""

# %% start
import keras
import numpy as np


def unmoved(model, x, y):
    """Return the paths of weights that train and that one step leaves."""
    model.train_on_batch(x, y)
    return []


# %% check raises=AssertionError
keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input((3,)),
        keras.layers.Dense(4, name="frozen", trainable=False),
        keras.layers.Dense(4, activation="relu", name="silent"),
        keras.layers.Dense(1, name="head"),
    ],
    name="net",
)
kernel, bias = model.get_layer("silent").get_weights()
model.get_layer("silent").set_weights([kernel, bias - 100.0])
model.compile(optimizer="sgd", loss="mse")
x = np.random.default_rng(0).normal(size=(16, 3))

found = unmoved(model, x, np.ones((16, 1)))
assert found, "three weights stay where they are, and you name none"
frozen = [path for path in found if "frozen" in path]
assert not frozen, f"{frozen[0]} is not meant to move"
expected = ["net/silent/kernel", "net/silent/bias", "net/head/kernel"]
assert found == expected, f"expected {expected}, found {found}"
print(found)
