"""The cure: a model knows its layers, and so does a placeholder."""

# %% use
import keras

inputs = keras.Input((3,))
x = keras.layers.Dense(2, name="head")(inputs)
print(x._keras_history.operation.name)

model = keras.Model(inputs, x)
print(model.get_layer("head").name, model.operations[-1].name)
