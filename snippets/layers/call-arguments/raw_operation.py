"""A mistake: an operation between two layers drops the mask, silently."""

# %% define
import keras
import numpy as np

embed = keras.layers.Embedding(6, 1, mask_zero=True)
embed.build()
embed.set_weights([np.arange(6.0).reshape(6, 1)])
words = np.array([[3, 1, 2, 0, 0], [4, 0, 0, 0, 0]])

inputs = keras.Input((None,), dtype="int32")
pool = keras.layers.GlobalAveragePooling1D()

# %% lose
model = keras.Model(inputs, pool(2.0 * embed(inputs)))
print(model.predict(words, verbose=0).round(2))

# %% cure
double = keras.layers.Rescaling(2.0)
model = keras.Model(inputs, pool(double(embed(inputs))))
print(model.predict(words, verbose=0).round(2))
