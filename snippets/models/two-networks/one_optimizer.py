"""One optimizer for the weights of two models."""

# %% mistake
import keras
from keras import ops

encoder = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
decoder = keras.Sequential([keras.Input((2,)), keras.layers.Dense(3)])


def step(optimizer, model):
    """Move each weight of a model, as if all gradients were one."""
    variables = model.trainable_variables
    optimizer.apply([ops.ones(v.shape) for v in variables], variables)


optimizer = keras.optimizers.SGD(0.5)
step(optimizer, encoder)
try:
    step(optimizer, decoder)
except ValueError as error:
    print("ValueError:", str(error).split(":")[0])

# %% cure
optimizer = keras.optimizers.SGD(0.5)
optimizer.build(encoder.trainable_variables + decoder.trainable_variables)
before = decoder.get_weights()[1].copy()
step(optimizer, encoder)
step(optimizer, decoder)
print("the bias has moved by", decoder.get_weights()[1] - before)
print("steps counted:", int(optimizer.iterations.numpy()))
