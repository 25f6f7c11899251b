"""Train with a penalty on activations, and see how many units stay active."""

# %% define
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops
from sklearn.datasets import load_digits


@keras.saving.register_keras_serializable(package="guide")
class SparsityPenalty(keras.layers.Layer):
    """Add `rate` times the mean size to the loss, and return the inputs.

    Args:
        rate: The factor of the penalty.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, rate, **kwargs):
        """Keep the rate."""
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        activations = ops.cast(inputs, "float32")
        self.add_loss(self.rate * ops.mean(ops.abs(activations)))
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "rate": self.rate}


# %% train
digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def train(rate):
    """Return the shares of active units and of digits that come out right."""
    hidden = keras.layers.Dense(32, activation="relu")
    logits = keras.layers.Dense(10)
    penalty = SparsityPenalty(rate)
    model = keras.Sequential([keras.Input((64,)), hidden, penalty, logits])
    rng = np.random.default_rng(6)
    for kernel in (hidden.kernel, logits.kernel):
        kernel.assign(0.2 * rng.normal(size=kernel.shape))

    model.compile(keras.optimizers.Adam(0.01), loss_fn)
    model.fit(x, y, batch_size=128, epochs=8, shuffle=False, verbose=0)
    active = ops.convert_to_numpy(hidden(x)) > 0.0
    right = ops.convert_to_numpy(model(x)).argmax(axis=1) == y
    return active.mean(), right.mean()


rates = [0.0, 0.3, 3.0]
shares = [[round(100 * share) for share in train(rate)] for rate in rates]
for rate, (active, right) in zip(rates, shares, strict=True):
    print(f"rate {rate}: {active} % active, {right} % right")

# %% plot
active, right = zip(*shares, strict=True)
positions = np.arange(len(rates))
figure, axes = plt.subplots(figsize=(5, 3.2), layout="constrained")
blue = axes.bar(positions - 0.2, active, width=0.38, label="active units")
orange = axes.bar(positions + 0.2, right, width=0.38, label="digits right")
for bars in (blue, orange):
    axes.bar_label(bars, size=8)
axes.set(xlabel="rate of the penalty", ylabel="percent", ylim=(0, 125))
axes.set_xticks(positions, rates)
axes.set_yticks(range(0, 101, 25))
axes.legend(ncols=2, loc="upper center")
plt.show()
