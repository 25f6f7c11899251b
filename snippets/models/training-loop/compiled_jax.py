"""A compiled step in JAX computes what a plain one does."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
batches = [slice(start, start + 448) for start in range(0, 1792, 448)]

keras.utils.set_random_seed(1)
dropout = keras.layers.Dropout(0.2)
dense = keras.layers.Dense(10, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((64,)), dropout, dense])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam(learning_rate=0.05)
optimizer.build(model.trainable_variables)
mean_loss = keras.metrics.Mean()


def compute_loss(weights, others, images, labels):
    """Return the loss with these weights, and the new state of dropout."""
    logits, others = model.stateless_call(
        weights, others, images, training=True
    )
    return loss_fn(labels, logits), others


loss_and_gradients = jax.value_and_grad(compute_loss, has_aux=True)


def train_step(state, images, labels):
    """Return the state after one update."""
    print("Python runs the step")
    weights, others, slots, means = state
    (loss, others), gradients = loss_and_gradients(
        weights, others, images, labels
    )
    weights, slots = optimizer.stateless_apply(slots, gradients, weights)
    means = mean_loss.stateless_update_state(means, loss)
    return weights, others, slots, means


# %% plain
variables = (
    model.trainable_variables,
    model.non_trainable_variables,
    optimizer.variables,
    mean_loss.variables,
)
first = tuple([variable.value for variable in group] for group in variables)

state = first
for rows in batches:
    state = train_step(state, x[rows], y[rows])
print(f"loss: {float(mean_loss.stateless_result(state[3])):.4f}")

# %% compiled
compiled_step = jax.jit(train_step)

state = first
for rows in batches:
    state = compiled_step(state, x[rows], y[rows])
print(f"loss: {float(mean_loss.stateless_result(state[3])):.4f}")

# %% assign
for group, values in zip(variables, state, strict=True):
    for variable, value in zip(group, values, strict=True):
        variable.assign(value)
print(f"in the metric: {float(mean_loss.result()):.4f}")
