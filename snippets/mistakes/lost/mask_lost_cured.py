"""The cure: a layer in place of the operation passes the mask on."""

# %% predict
import keras
import numpy as np

embed = keras.layers.Embedding(4, 1, mask_zero=True)
embed.build()
embed.set_weights([np.array([[0.0], [1.0], [2.0], [3.0]])])
pool = keras.layers.GlobalAveragePooling1D()

inputs = keras.Input((None,), dtype="int32")
times_ten = keras.layers.Rescaling(10.0)
model = keras.Model(inputs, pool(times_ten(embed(inputs))))

words = np.array([[3, 1, 0, 0]])  # two words, and padding
result = model.predict(words, verbose=0).item()
print("mean of 30 and 10:", result)
assert result == 20.0
