"""A mistake: `in` compares the numbers of weights."""
# backends: tensorflow jax

# %% ask raises=ValueError
import keras

dense = keras.layers.Dense(2)
dense.build((None, 3))
print(dense.bias in dense.weights)
