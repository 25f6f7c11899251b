"""The length of the gradient of each weight, for one batch: JAX."""
# backends: jax

# %% model
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

keras.utils.set_random_seed(0)
model = keras.Sequential([keras.Input((4,))])
for i in range(4):
    model.add(keras.layers.Dense(8, activation="sigmoid", name=f"hidden_{i}"))
model.add(keras.layers.Dense(1, name="head"))
loss_fn = keras.losses.MeanSquaredError()

random = np.random.default_rng(0)
x = random.normal(size=(32, 4)).astype("float32")
y = x[:, :1]


# %% norms
def loss_of(trainable, fixed, x, y):
    """Return the loss; everything it depends on is an argument."""
    outputs, _ = model.stateless_call(trainable, fixed, x, training=True)
    return loss_fn(y, outputs)


trainable = [v.value for v in model.trainable_variables]
fixed = [v.value for v in model.non_trainable_variables]
gradients = jax.grad(loss_of)(trainable, fixed, x, y)

variables = model.trainable_variables
for variable, gradient in zip(variables, gradients, strict=True):
    if variable.name == "kernel":
        norm = float(keras.ops.norm(gradient))
        print(f"{variable.path}: {norm:.0e}")
