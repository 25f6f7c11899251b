"""A mistake: a loop that leaves out the losses of the layers."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def penalty_after_training(add_layer_losses):
    """Train for 40 steps and return the penalty at the end."""
    regularizer = keras.regularizers.L2(0.05)
    dense = keras.layers.Dense(
        10, kernel_initializer="zeros", kernel_regularizer=regularizer
    )
    model = keras.Sequential([keras.Input((64,)), dense])
    optimizer = keras.optimizers.SGD(learning_rate=0.5)

    @jax.jit
    @jax.grad
    def compute_gradients(weights):
        logits, _, layer_losses = model.stateless_call(
            weights, [], x, training=True, return_losses=True
        )
        loss = loss_fn(y, logits)
        if add_layer_losses:
            loss += sum(layer_losses)
        return loss

    for _ in range(40):
        weights = [weight.value for weight in model.trainable_weights]
        gradients = compute_gradients(weights)
        optimizer.apply(gradients, model.trainable_weights)
    return round(float(sum(model.losses)), 3)


# %% compare
print("penalty, losses left out:", penalty_after_training(False))
print("penalty, losses added:   ", penalty_after_training(True))
