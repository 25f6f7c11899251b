"""A cure: the callback asks for self.model."""

# %% use
import keras
import numpy as np


class Kernels(keras.callbacks.Callback):
    """Note the kernel of a dense layer after each batch."""

    def __init__(self):
        """Create the list."""
        super().__init__()
        self.kernels = []

    def on_train_batch_end(self, batch, logs=None):
        """Note the kernel."""
        self.kernels.append(self.model.get_weights()[0].item())


x = np.ones((4, 1))
dense = keras.layers.Dense(1, kernel_initializer="zeros", use_bias=False)
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(optimizer=keras.optimizers.SGD(0.25), loss="mse")
kernels = Kernels()
model.fit(x, x, batch_size=2, callbacks=[kernels], verbose=0)
print("after each batch:", kernels.kernels)
