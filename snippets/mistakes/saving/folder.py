"""A mistake: a model is saved to a folder, as in Keras 2."""

# %% use raises=ValueError
import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.save("model")
