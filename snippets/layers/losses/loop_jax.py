"""One step of a hand-written loop with the losses of layers: JAX."""
# backends: jax

# %% define
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

x, y = np.ones((8, 3), "float32"), np.ones((8, 1), "float32")
regularizer = keras.regularizers.L2(0.5)
dense = keras.layers.Dense(
    1, kernel_initializer="ones", activity_regularizer=regularizer
)
model = keras.Sequential([keras.Input((3,)), dense])
loss_fn = keras.losses.MeanSquaredError()
optimizer = keras.optimizers.SGD(learning_rate=0.01)


# %% step
def compute_losses(trainable, non_trainable):
    """Return the total, and the loss without the losses of the layers."""
    outputs, _, losses = model.stateless_call(
        trainable, non_trainable, x, training=True, return_losses=True
    )
    loss = loss_fn(y, outputs)
    return loss + sum(losses), loss


trainable = [variable.value for variable in model.trainable_variables]
non_trainable = [variable.value for variable in model.non_trainable_variables]
compute = jax.value_and_grad(compute_losses, has_aux=True)
(total, loss), gradients = compute(trainable, non_trainable)
optimizer.apply(gradients, model.trainable_variables)

print("loss:", float(loss), "- total:", float(total))
print("kernel:", dense.kernel.numpy().ravel().round(2))
