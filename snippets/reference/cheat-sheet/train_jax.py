"""A training step and a training loop of your own on JAX."""
# backends: jax

# %% data hidden
import os

os.environ["KERAS_BACKEND"] = "jax"

import jax
import keras
import numpy as np

random = np.random.default_rng(0)
x = random.normal(size=(200, 3)).astype("float32")
y = x @ np.array([[1.0], [-2.0], [3.0]], dtype="float32")


@keras.saving.register_keras_serializable(package="guide")
class Line(keras.Model):
    """A weighted sum of the inputs; a penalty keeps the weights small."""

    def __init__(self, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(
            1,
            kernel_initializer="ones",
            kernel_regularizer=keras.regularizers.L2(0.01),
            **shared,
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)


# %% step
@keras.saving.register_keras_serializable(package="guide")
class Stepped(Line):
    """A model with a training step of its own."""

    def train_step(self, state, data):
        """Return the metrics so far, and the state after one batch."""
        trainable, others, optimizer, metrics = state
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        gradients_of = jax.value_and_grad(
            self.compute_loss_and_updates, has_aux=True
        )
        (_, (loss, y_pred, others, metrics)), gradients = gradients_of(
            *(trainable, others, metrics, x, y, sample_weight),
            training=True,
            optimizer_variables=optimizer,
        )
        trainable, optimizer = self.optimizer.stateless_apply(
            optimizer, gradients, trainable
        )
        variables = self.metrics_variables
        mapping = zip(variables, metrics, strict=True)
        with keras.StatelessScope(mapping) as scope:
            rows = keras.tree.flatten(x)[0]  # also of lists and dicts
            self.metrics[0].update_state(loss, sample_weight=len(rows))
            logs = self.compute_metrics(x, y, y_pred, sample_weight)
        metrics = [scope.get_current_value(each) for each in variables]
        return logs, (trainable, others, optimizer, metrics)


model = Stepped()
model.compile(optimizer="sgd", loss="mse")
history = model.fit(x, y, epochs=2, shuffle=False, verbose=0).history
print("fit:", np.round(history["loss"], 2))

# %% loop
model = Line()
model(x[:1])  # builds it
optimizer = keras.optimizers.SGD()
loss_fn = keras.losses.MeanSquaredError()

optimizer.build(model.trainable_variables)


def loss_and_others(weights, others, x, y):
    """Return the loss with these weights, and the other state after it."""
    y_pred, others, losses = model.stateless_call(
        weights, others, x, training=True, return_losses=True
    )
    return loss_fn(y, y_pred) + sum(losses), others


@jax.jit
def step(weights, others, slots, x, y):
    """Return the loss, and all state after one batch."""
    gradients_of = jax.value_and_grad(loss_and_others, has_aux=True)
    (loss, others), gradients = gradients_of(weights, others, x, y)
    weights, slots = optimizer.stateless_apply(slots, gradients, weights)
    return loss, weights, others, slots


variables = [
    *(model.trainable_variables, model.non_trainable_variables),
    optimizer.variables,
]
state = [[each.value for each in several] for several in variables]
for epoch in range(2):
    for rows in np.split(np.arange(200), 4):
        loss, *state = step(*state, x[rows], y[rows])
    print(f"epoch {epoch + 1}: last loss {float(loss):.2f}")
for several, values in zip(variables, state, strict=True):
    for variable, value in zip(several, values, strict=True):
        variable.assign(value)
