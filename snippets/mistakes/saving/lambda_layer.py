"""A mistake: a lambda in a model that is to be loaded."""

# %% use raises=ValueError
import keras

double = keras.layers.Lambda(lambda inputs: 2.0 * inputs)
model = keras.Sequential([keras.Input((3,)), double])
model.save("model.keras")
keras.saving.load_model("model.keras")
