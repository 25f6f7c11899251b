"""A mistake: an operation between two layers drops the mask."""

# %% use
import keras
import numpy as np

words = np.array([[3, 1, 0, 0]])
inputs = keras.Input((None,), dtype="int32")
embed = keras.layers.Embedding(4, 1, mask_zero=True)
pool = keras.layers.GlobalAveragePooling1D()
model = keras.Model(inputs, pool(2.0 * embed(inputs)))
embed.set_weights([np.array([[0.0], [1.0], [2.0], [3.0]])])

mean = float(model.predict(words, verbose=0)[0, 0])
print("mean of 2 * 3 and 2 * 1:", mean)
assert mean == 2.0  # wrong: both zeros of the padding were counted
