"""The cure: a weight is named by keyword."""

# %% use
import keras

layer = keras.layers.Layer()
kernel = layer.add_weight(shape=(3, 2), name="kernel")
print(kernel.name, kernel.shape)
