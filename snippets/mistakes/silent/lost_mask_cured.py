"""The cure: a layer that hands the mask on."""

# %% use
import keras
import numpy as np

words = np.array([[3, 1, 0, 0]])
inputs = keras.Input((None,), dtype="int32")
embed = keras.layers.Embedding(4, 1, mask_zero=True)
pool = keras.layers.GlobalAveragePooling1D()
double = keras.layers.Rescaling(2.0)
model = keras.Model(inputs, pool(double(embed(inputs))))
embed.set_weights([np.array([[0.0], [1.0], [2.0], [3.0]])])

mean = float(model.predict(words, verbose=0)[0, 0])
print("mean of 2 * 3 and 2 * 1:", mean)
assert mean == 4.0
