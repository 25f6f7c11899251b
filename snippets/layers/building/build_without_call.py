"""Weights without any data: call build() with a shape."""

# %% use
import keras

dense = keras.layers.Dense(4, name="dense")
dense.build((None, 3))
print([(weight.path, tuple(weight.shape)) for weight in dense.weights])
