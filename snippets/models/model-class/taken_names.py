"""A mistake: names of attributes that Keras uses itself."""

# %% refused
import keras

for name in ("layers", "metrics", "weights"):
    model = keras.Model()
    try:
        setattr(model, name, keras.layers.Dense(1))
        print(f"{name}: no error, and reads back as", getattr(model, name))
    except AttributeError as error:
        print(str(error).split(". ")[0])

# %% accepted
model = keras.Model()
model.summary = keras.layers.Dense(1)
print("summary is now a", type(model.summary).__name__)
