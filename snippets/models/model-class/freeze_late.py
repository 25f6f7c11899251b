"""A mistake: freezing a layer between two fits without a new compile()."""

# %% freeze
import keras
import numpy as np

x = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
y = x.sum(axis=1, keepdims=True)
model = keras.Sequential([keras.layers.Dense(4), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, verbose=0)

first = model.layers[0]
before = first.get_weights()[0]
first.trainable = False
try:
    model.fit(x, y, verbose=0)
    frozen = np.array_equal(before, first.get_weights()[0])
    print("frozen:", frozen)
except ValueError as error:
    print("ValueError:", str(error).split(". ")[1])
