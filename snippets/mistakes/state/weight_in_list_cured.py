"""The cure: `is` compares the weights themselves."""

# %% ask
import keras

dense = keras.layers.Dense(2)
dense.build((None, 3))
print(any(weight is dense.bias for weight in dense.weights))
