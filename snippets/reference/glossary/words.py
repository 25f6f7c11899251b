"""Some words of the glossary, on one layer."""

# %% words
import keras

layer = keras.layers.Dense(2, name="dense", dtype="mixed_bfloat16")
print("built:", layer.built)

inputs = keras.Input((3,), name="inputs")
outputs = layer(inputs)
print("built by a symbolic call:", layer.built)
print("which found the shape:", outputs.shape)

print("paths of the weights:", [weight.path for weight in layer.weights])
print("dtype policy:", layer.dtype_policy.name)
print("compute dtype:", layer.compute_dtype)
print("dtype of the weights:", layer.variable_dtype)
print("in the configuration:", layer.get_config()["units"], "units")

model = keras.Model(inputs, outputs)
print("functional model of:", [each.name for each in model.layers])
