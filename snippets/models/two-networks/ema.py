"""Averaged weights: kept by the optimizer, used for evaluation."""

# %% fit
import keras
import numpy as np

dense = keras.layers.Dense(1, kernel_initializer="zeros", use_bias=False)
model = keras.Sequential([keras.Input((1,)), dense])
optimizer = keras.optimizers.SGD(0.5, use_ema=True, ema_momentum=0.5)
model.compile(optimizer=optimizer, loss="mse")

x = np.ones((2, 1), dtype="float32")
for target in (1.0, 3.0, 1.0, 3.0):
    model.train_on_batch(x, target * x)
    print("wanted", target, "kernel", dense.kernel.numpy()[0, 0])

# %% swap
optimizer.finalize_variable_values(model.trainable_variables)
print("average", dense.kernel.numpy()[0, 0])
