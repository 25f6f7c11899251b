"""A mistake: a loop in JAX that does not write its state back."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
model = keras.Sequential(
    [keras.Input((64,)), keras.layers.Dense(10, kernel_initializer="zeros")]
)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.SGD(learning_rate=0.5)
optimizer.build(model.trainable_variables)


@jax.value_and_grad
def loss_and_gradients(weights):
    """Return the loss with these weights; JAX adds the gradients."""
    logits, _ = model.stateless_call(weights, [], x, training=True)
    return loss_fn(y, logits)


@jax.jit
def train_step(weights, slots):
    """Return the loss and the new values of all variables."""
    loss, gradients = loss_and_gradients(weights)
    return loss, *optimizer.stateless_apply(slots, gradients, weights)


# %% train
weights = [variable.value for variable in model.trainable_variables]
slots = [variable.value for variable in optimizer.variables]
for _ in range(40):
    loss, weights, slots = train_step(weights, slots)
print("loss in the loop:     ", round(float(loss), 3))
print("loss of the model:    ", round(float(loss_fn(y, model(x))), 3))

# %% cure
for variable, value in zip(model.trainable_variables, weights, strict=True):
    variable.assign(value)
print("after the assignments:", round(float(loss_fn(y, model(x))), 3))
