"""Training that is interrupted goes on where it was."""

# %% define
import keras
import numpy as np


class Stop(keras.callbacks.Callback):
    """Interrupt the training, as a machine that is taken away."""

    def on_epoch_end(self, epoch, logs=None):
        """Raise in the third epoch."""
        if epoch == 2:
            raise KeyboardInterrupt


rng = np.random.default_rng(0)
x = rng.normal(size=(64, 3)).astype("float32")
y = x.sum(axis=1, keepdims=True)


def start():
    """Create and compile the model as each process does."""
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss="mse")
    return model


def fit(model, *callbacks):
    """Train for six epochs of four steps, in a fixed order."""
    backup = keras.callbacks.BackupAndRestore("backup")
    return model.fit(
        x,
        y,
        epochs=6,
        batch_size=16,
        shuffle=False,
        verbose=0,
        callbacks=[backup, *callbacks],
    )


# %% interrupt
model = start()
try:
    fit(model, Stop())
except KeyboardInterrupt:
    print("interrupted after", int(model.optimizer.iterations), "steps")

# %% resume
model = start()
history = fit(model)
print("epochs:", history.epoch)
print("steps:", int(model.optimizer.iterations))

# %% compare
whole = start()
fit(whole)
pairs = zip(model.get_weights(), whole.get_weights(), strict=True)
difference = max(np.abs(one - other).max() for one, other in pairs)
print("difference from an unbroken run:", round(float(difference), 5))
