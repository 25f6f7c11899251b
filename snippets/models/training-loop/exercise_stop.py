"""Exercise: a loop that stops when it gets no better."""

# %% start
import keras
import numpy as np

x = np.array([[1.0], [2.0]])
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(keras.optimizers.SGD(0.01), "mse")
model.set_weights([np.zeros((1, 1)), np.zeros(1)])

valid = []
for _ in range(50):
    model.train_on_batch(x, 2.0 * x)
    valid.append(float(model.test_on_batch(x, x)))

# %% check raises=AssertionError
assert len(valid) < 50, "the loop ran to its end"
late = len(valid) - 1 - valid.index(min(valid))
assert late == 3, f"stopped {late} epochs after the best one"
print(f"best epoch: {len(valid) - 3}, stopped after: {len(valid)}")
