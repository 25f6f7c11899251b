"""Train eagerly and compiled: the same history, other runs of call()."""

# %% model
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Counted(keras.layers.Dense):
    """A dense layer that counts how often Python runs its `call()`."""

    def __init__(self, units, **kwargs):
        """Start to count."""
        super().__init__(units, **kwargs)
        self.runs = 0

    def call(self, inputs, training=None):
        """Return `(batch, units)` for `(batch, features)`."""
        self.runs += 1
        return super().call(inputs, training=training)


# %% fit timeout=120
x = np.random.default_rng(1).normal(size=(80, 4)).astype("float32")
y = x.sum(axis=1, keepdims=True)
for eagerly in (True, False):
    layer = Counted(1, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((4,)), layer])
    model.compile(optimizer="sgd", loss="mse", run_eagerly=eagerly)
    layer.runs = 0
    history = model.fit(x, y, batch_size=8, epochs=2, shuffle=False, verbose=0)
    losses = [round(loss, 3) for loss in history.history["loss"]]
    print(f"run_eagerly={eagerly}: losses {losses}")
    print(f"  20 steps, call() ran {layer.runs} times")
