"""A mistake: a stateful layer, and a last batch of another size."""

# backends: tensorflow
# %% fit raises=ValueError
import keras
import numpy as np

model = keras.Sequential(
    [keras.layers.LSTM(4, stateful=True), keras.layers.Dense(1)]
)
model.compile("sgd", "mse")
x, y = np.ones((10, 3, 2)), np.ones((10, 1))
model.fit(x, y, batch_size=4, shuffle=False, verbose=0)
