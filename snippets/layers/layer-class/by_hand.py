"""What add_weight() does beyond making a variable."""

# %% paths
import keras

layer = keras.layers.Layer(dtype="float16", name="half")
layer.added = layer.add_weight(shape=(2,), initializer="ones", name="added")
layer.by_hand = keras.Variable("ones", shape=(2,), name="by_hand")
for weight in layer.weights:
    print(weight.path, weight.dtype)

# %% value
layer = keras.layers.Layer(name="layer")
layer.table = keras.Variable(
    [[0, 1], [1, 2]], dtype="int32", trainable=False, name="table"
)
layer.rows = layer.add_weight(
    shape=(), dtype="int32", trainable=False, name="rows"
)
layer.kernel = layer.add_weight(shape=(2, 2))
for weight in layer.weights:
    print(weight.path, weight.shape, weight.dtype)
print("rows starts at", layer.rows.numpy())
