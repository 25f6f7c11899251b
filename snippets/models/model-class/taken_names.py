"""A mistake: the name of a method as the name of a layer."""

# %% accepted
import keras

model = keras.Model()
model.summary = keras.layers.Dense(1)
print("summary is now a", type(model.summary).__name__)
