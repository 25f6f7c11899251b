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


def losses_of_training(decorate):
    """Train a small model and return the loss of each epoch."""
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(10, kernel_initializer="zeros"),
        ]
    )
    loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    optimizer = keras.optimizers.Adam(learning_rate=0.05)
    optimizer.build(model.trainable_variables)
    mean_loss = keras.metrics.Mean()
    python_runs = 0

    def compute_loss(weights, others, images, labels):
        logits, others = model.stateless_call(
            weights, others, images, training=True
        )
        return loss_fn(labels, logits), others

    @decorate
    def train_step(state, images, labels):
        nonlocal python_runs
        python_runs += 1
        weights, others, slots, means = state
        differentiate = jax.value_and_grad(compute_loss, has_aux=True)
        (loss, others), gradients = differentiate(
            weights, others, images, labels
        )
        weights, slots = optimizer.stateless_apply(slots, gradients, weights)
        means = mean_loss.stateless_update_state(means, loss)
        return weights, others, slots, means

    variables = (
        model.trainable_variables,
        model.non_trainable_variables,
        optimizer.variables,
        mean_loss.variables,
    )
    history = []
    for _ in range(3):
        mean_loss.reset_state()
        state = jax.tree.map(lambda variable: variable.value, variables)
        for start in range(0, 1792, 448):
            rows = slice(start, start + 448)
            state = train_step(state, x[rows], y[rows])
        jax.tree.map(lambda old, new: old.assign(new), variables, state)
        history.append(round(float(mean_loss.result()), 3))
    print("batches: 12, runs of the Python code:", python_runs)
    return history


# %% plain
print(losses_of_training(lambda step: step))

# %% compiled
print(losses_of_training(jax.jit))
