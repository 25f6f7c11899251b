"""A mistake: without training=True, dropout drops nothing."""

# %% compare
import keras
from keras import ops

keras.utils.set_random_seed(1)
model = keras.Sequential([keras.layers.Dropout(0.5)])
ones = ops.ones((1, 8))
print("model(x):               ", ops.convert_to_numpy(model(ones)))
print(
    "model(x, training=True):", ops.convert_to_numpy(model(ones, training=True))
)
