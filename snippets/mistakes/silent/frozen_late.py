"""A mistake: a layer is frozen, and the model is not compiled again."""
# backends: tensorflow

# %% fit
import keras
import numpy as np

x, y = np.ones((32, 1)), np.full((32, 1), 3.0)
first = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([first, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, verbose=0)

first.trainable = False
before = first.bias.numpy().item()
model.fit(x, y, verbose=0)
moved = first.bias.numpy().item() != before
print("the frozen layer has moved:", moved)
assert moved  # wrong: the compiled step still trains it
