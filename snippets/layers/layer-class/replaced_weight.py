"""A mistake: assigning a second weight does not remove the first."""

# %% use
import keras

layer = keras.layers.Layer(name="layer")
layer.scale = layer.add_weight(shape=(), name="first")
layer.scale = layer.add_weight(shape=(), name="second")
print([weight.path for weight in layer.weights])

# %% cure
layer = keras.layers.Layer(name="layer")
layer.scale = layer.add_weight(shape=(), initializer="ones", name="first")
layer.scale.assign(2.0)
print([weight.path for weight in layer.weights], layer.scale.numpy())
