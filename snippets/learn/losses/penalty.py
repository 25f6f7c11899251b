"""A layer that adds a penalty to the loss, and what training makes of it."""

# %% define
import keras
import matplotlib.pyplot as plt
import numpy as np


class ActivityPenalty(keras.layers.Layer):
    """Pass the inputs on, and add a penalty for their mean size."""

    def __init__(self, rate, **kwargs):
        """Keep the rate: what a mean size of 1 costs."""
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs):
        """Return the inputs as they are."""
        sizes = keras.ops.abs(keras.ops.cast(inputs, "float32"))
        self.add_loss(self.rate * keras.ops.mean(sizes))
        return inputs


# %% train
x = np.random.default_rng(1).uniform(size=(256, 6)).astype("float32")
y = x[:, :1] + x[:, 1:2]


def train(rate):
    """Return the mean activation of each unit of the code."""
    code = keras.layers.Dense(6, "relu", kernel_initializer="identity")
    penalty = ActivityPenalty(rate)
    last = keras.layers.Dense(1, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((6,)), code, penalty, last])
    model.compile(keras.optimizers.SGD(0.2), loss="mse")
    model.fit(x, y, epochs=40, verbose=0, shuffle=False)
    error = np.mean((model.predict(x, verbose=0) - y) ** 2)
    activations = keras.ops.convert_to_numpy(code(x)).mean(axis=0)
    print(f"rate {rate}: error {error:.3f}, units {activations.round(1)}")
    return activations


without_penalty, with_penalty = train(rate=0.0), train(rate=0.1)

# %% plot
figure, axes = plt.subplots(figsize=(5, 2.8), layout="constrained")
units = np.arange(1, 7)
axes.bar(units - 0.2, without_penalty, width=0.38, label="without penalty")
axes.bar(units + 0.2, with_penalty, width=0.38, label="with penalty")
axes.set(xlabel="unit of the code", ylabel="mean activation")
axes.legend()
plt.show()

# %% losses
penalty = ActivityPenalty(rate=0.5)
for row in ([1.0, -3.0], [0.0, 0.0]):
    penalty(np.array([row]))
    [loss] = penalty.losses
    print("inputs:", row, "penalty:", keras.ops.convert_to_numpy(loss))

# %% fit
row, target = np.array([[1.0, 2.0]]), np.array([[1.0]])
for rate in (0.0, 0.5):
    dense = keras.layers.Dense(1, kernel_initializer="ones")
    model = keras.Sequential([keras.Input((2,)), dense, ActivityPenalty(rate)])
    model.compile("sgd", loss="mse")
    history = model.fit(row, target, verbose=0).history
    print(f"rate {rate}: loss {history['loss'][0]}")
