"""What add_weight does beyond making a variable."""

# %% dtype
import keras

layer = keras.layers.Layer(dtype="float16", name="half")
layer.added = layer.add_weight(shape=(2,), initializer="ones", name="added")
layer.by_hand = keras.Variable("ones", shape=(2,), name="by_hand")
for weight in layer.weights:
    print(weight.path, weight.dtype)

# %% penalty
layer = keras.layers.Layer()
layer.added = layer.add_weight(
    shape=(2,),
    initializer="ones",
    regularizer=keras.regularizers.L2(0.5),
    name="added",
)
print([float(loss) for loss in layer.losses])
