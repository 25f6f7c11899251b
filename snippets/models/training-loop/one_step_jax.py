"""One training step by hand in JAX: loss, gradients, update."""
# backends: jax

# %% data
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
from sklearn.datasets import load_digits

digits = load_digits()
x = digits.data.astype("float32") / 16.0
y = digits.target
print("images:", x.shape, "labels:", y.shape)

# %% loss
model = keras.Sequential(
    [keras.Input((64,)), keras.layers.Dense(10, kernel_initializer="zeros")]
)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def compute_loss(weights):
    """Return the loss that the model has with these weights."""
    outputs, _ = model.stateless_call(weights, [], x, training=True)
    return loss_fn(y, outputs)


weights = [weight.value for weight in model.trainable_weights]
print("loss before:", round(float(compute_loss(weights)), 3))

# %% gradients
gradients = jax.grad(compute_loss)(weights)
for weight, gradient in zip(model.trainable_weights, gradients, strict=True):
    print(weight.name, tuple(weight.shape), tuple(gradient.shape))

# %% update
optimizer = keras.optimizers.SGD(learning_rate=0.5)
optimizer.apply(gradients, model.trainable_weights)
loss = loss_fn(y, model(x, training=True))
print("loss after:", round(float(loss), 3))
