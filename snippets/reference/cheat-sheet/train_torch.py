"""A training step and a training loop of your own on PyTorch."""
# backends: torch

# %% data hidden
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch

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

    def train_step(self, data):
        """Update the weights for one batch; return the metrics so far."""
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        self.zero_grad()
        y_pred = self(x, training=True)
        loss = self.compute_loss(x, y, y_pred, sample_weight, training=True)
        self.optimizer.scale_loss(loss).backward()
        variables = self.trainable_variables
        gradients = [variable.value.grad for variable in variables]
        with torch.no_grad():
            self.optimizer.apply(gradients, variables)
        rows = keras.tree.flatten(x)[0]  # also of lists and dicts
        self.metrics[0].update_state(loss, sample_weight=len(rows))
        return self.compute_metrics(x, y, y_pred, sample_weight)


model = Stepped()
model.compile(optimizer="sgd", loss="mse")
history = model.fit(x, y, epochs=2, shuffle=False, verbose=0).history
print("fit:", np.round(history["loss"], 2))

# %% loop
model = Line()
model(x[:1])  # builds it
optimizer = keras.optimizers.SGD()
loss_fn = keras.losses.MeanSquaredError()


def step(x, y):
    """Update the model for one batch; return the loss."""
    model.zero_grad()
    loss = loss_fn(y, model(x, training=True)) + sum(model.losses)
    loss.backward()
    gradients = [weight.value.grad for weight in model.trainable_weights]
    with torch.no_grad():
        optimizer.apply(gradients, model.trainable_weights)
    return loss.detach()


for epoch in range(2):
    for rows in np.split(np.arange(200), 4):
        loss = step(x[rows], y[rows])
    print(f"epoch {epoch + 1}: last loss {float(loss):.2f}")
