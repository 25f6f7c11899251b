"""A mistake: an operation between two layers drops the mask."""

# %% predict
import keras
import numpy as np

embed = keras.layers.Embedding(4, 1, mask_zero=True)
embed.build()
embed.set_weights([np.array([[0.0], [1.0], [2.0], [3.0]])])
pool = keras.layers.GlobalAveragePooling1D()

inputs = keras.Input((None,), dtype="int32")
model = keras.Model(inputs, pool(10.0 * embed(inputs)))

words = np.array([[3, 1, 0, 0]])  # two words, and padding
result = model.predict(words, verbose=0).item()
print("mean of 30 and 10:", result)
assert result == 10.0  # wrong: the padding counts as two words
