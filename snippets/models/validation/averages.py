"""What evaluate() averages: rows, not batches."""

# %% rows
import keras
import numpy as np

x, y = np.zeros((3, 1)), np.array([[1.0], [1.0], [4.0]])
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(
    optimizer="sgd", loss="mse", metrics=["mae"], weighted_metrics=["mse"]
)
print(model.evaluate(x, y, batch_size=2, return_dict=True, verbose=0))

# %% weights
weights = np.array([1.0, 1.0, 0.0])
found = model.evaluate(x, y, 2, 0, weights, return_dict=True)
print({name: round(value, 3) for name, value in found.items()})
