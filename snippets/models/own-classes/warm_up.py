"""A callback of your own: it changes the rate, and reads the logs."""

# %% define
import keras
import numpy as np


class WarmUp(keras.callbacks.Callback):
    """Raise the learning rate to its full value over some batches."""

    def __init__(self, rate, batches):
        """Remember where to go."""
        super().__init__()
        self.rate = rate
        self.batches = batches

    def on_train_begin(self, logs=None):
        """Begin anew in each fit()."""
        self.seen = 0
        self.rates, self.losses = [], []

    def on_train_batch_begin(self, batch, logs=None):
        """Set the rate for the batch to come."""
        self.seen += 1
        rate = self.rate * min(1.0, self.seen / self.batches)
        self.model.optimizer.learning_rate = rate
        self.rates.append(round(rate, 3))

    def on_train_batch_end(self, batch, logs=None):
        """Note what Keras reports."""
        self.losses.append(round(float(logs["loss"]), 2))


# %% fit
x, y = np.ones((12, 1)), np.full((12, 1), 5.0)
dense = keras.layers.Dense(1, kernel_initializer="zeros", use_bias=False)
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(keras.optimizers.SGD(), loss="mse")
warm_up = WarmUp(0.2, batches=4)
model.fit(x, y, batch_size=2, callbacks=[warm_up], verbose=0)
print("rates:", warm_up.rates)
print("weight:", round(model.get_weights()[0].item(), 2))

# %% logs
x, y = np.zeros((4, 1)), np.array([[3.0], [3.0], [1.0], [1.0]])
model.fit(x, y, 2, callbacks=[warm_up], shuffle=False, verbose=0)
print("losses:", warm_up.losses)
