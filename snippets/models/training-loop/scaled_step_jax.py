"""A training loop of one's own in mixed_float16: the loss has to be scaled."""
# backends: jax

# %% setup
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np
from keras import ops

# One error among a million outputs has a gradient too small for float16.
x = np.ones((256, 1), dtype="float32")
y = np.full((256, 4096), 0.01, dtype="float32")
loss_function = keras.losses.MeanSquaredError()


def new_model():
    """Return a model that puts out zeros, and would have to put out 0.01."""
    dense = keras.layers.Dense(
        4096, kernel_initializer="zeros", use_bias=False, dtype="mixed_float16"
    )
    return keras.Sequential([keras.Input((1,)), dense])


# %% loop
def train(optimizer, scale=True):
    """Train a model for five steps, and return what it puts out."""
    model = new_model()
    optimizer.build(model.trainable_variables)
    trainable = [variable.value for variable in model.trainable_variables]
    state = [variable.value for variable in optimizer.variables]

    def loss_of(trainable, state):
        outputs, _ = model.stateless_call(trainable, [], x, training=True)
        loss = loss_function(y, outputs)
        # The scale is a variable of the optimizer; here it lives in `state`.
        mapping = list(zip(optimizer.variables, state, strict=True))
        with keras.StatelessScope(state_mapping=mapping):
            return optimizer.scale_loss(loss) if scale else loss

    @jax.jit
    def step(trainable, state):
        gradients = jax.grad(loss_of)(trainable, state)
        return optimizer.stateless_apply(state, gradients, trainable)

    for _ in range(5):
        trainable, state = step(trainable, state)
    for variable, value in zip(
        model.trainable_variables, trainable, strict=True
    ):
        variable.assign(value)
    return model(x)[0, 0]


# %% compare
def show(label, number):
    """Print the tensor `number` with four digits."""
    print(f"{label:35}", ops.convert_to_numpy(number).round(4))


scaling = keras.optimizers.LossScaleOptimizer
show("plain optimizer:", train(keras.optimizers.SGD(1000.0)))
show(
    "scaling optimizer, loss not scaled:",
    train(scaling(keras.optimizers.SGD(1000.0)), scale=False),
)
show(
    "scaling optimizer, scaled loss:",
    train(scaling(keras.optimizers.SGD(1000.0))),
)
