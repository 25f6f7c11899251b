"""A cure: one file that ends in .keras."""

# %% use
import keras

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.save("model.keras")
print(keras.saving.load_model("model.keras").output_shape)
