"""What add_weight() does beyond making a variable."""

# %% paths
import keras

layer = keras.layers.Layer(dtype="float16", name="half")
layer.added = layer.add_weight(shape=(2,), initializer="ones", name="added")
layer.by_hand = keras.Variable("ones", shape=(2,), name="by_hand")
for weight in layer.weights:
    print(weight.path, weight.dtype)
