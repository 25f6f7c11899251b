"""A weight that costs something: its penalty is a loss of the layer."""

# %% penalty
import keras
from keras import ops


def penalties(layer):
    """Return what the layer adds to the loss, as NumPy numbers."""
    return [float(ops.convert_to_numpy(loss)) for loss in layer.losses]


layer = keras.layers.Layer(name="layer")
layer.scale = layer.add_weight(
    shape=(2,),
    initializer="ones",
    regularizer=keras.regularizers.L2(0.5),
    name="scale",
)
print("0.5 * (1 + 1):", penalties(layer))

layer.scale.assign([3.0, 4.0])
print("0.5 * (9 + 16):", penalties(layer))

layer.trainable = False
print("frozen:", penalties(layer))


# %% own
@keras.saving.register_keras_serializable(package="guide")
def near_one(weight):
    """Return the summed distance of a weight of any shape from one."""
    return ops.sum(ops.abs(weight - 1.0))


layer = keras.layers.Layer(name="layer")
layer.scale = layer.add_weight(
    shape=(2,), initializer="zeros", regularizer=near_one, name="scale"
)
print("2 away from one:", penalties(layer))
