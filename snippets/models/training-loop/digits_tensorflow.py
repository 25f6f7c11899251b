"""Train a model on handwritten digits with a loop of your own in TensorFlow."""
# backends: tensorflow

# %% data
import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf
from keras import ops
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
rng = np.random.default_rng(1)
train_rows, valid_rows = np.split(rng.permutation(1792), [1408])


def batches(rows):
    """Yield 64 images and labels at a time, in random order."""
    for batch in rng.permutation(rows).reshape(-1, 64):
        yield x[batch], y[batch]


# %% model
@keras.saving.register_keras_serializable(package="guide")
class Classifier(keras.Model):
    """Two dense layers and dropout; large hidden activations add a loss."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(64, activation="relu", **shared)
        self.dropout = keras.layers.Dropout(0.2, **shared)
        self.logits = keras.layers.Dense(10, **shared)

    def call(self, inputs, training=None):
        """Map pixels `(batch, 64)` to logits `(batch, 10)`."""
        features = self.hidden(inputs)
        # Losses are summed in float32, whatever the layers compute in.
        squares = ops.square(ops.cast(features, "float32"))
        self.add_loss(0.01 * ops.mean(squares))
        return self.logits(self.dropout(features, training=training))


# %% steps
keras.utils.set_random_seed(1)
model = Classifier()
model(x[:1])  # creates the weights
optimizer = keras.optimizers.Adam(learning_rate=0.003)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
mean_loss = keras.metrics.Mean()
accuracy = keras.metrics.SparseCategoricalAccuracy()


def compute_loss(images, labels, training):
    """Return the loss of one batch, and update both metrics."""
    logits = model(images, training=training)
    loss = loss_fn(labels, logits) + sum(model.losses)
    mean_loss.update_state(loss)
    accuracy.update_state(labels, logits)
    return loss


@tf.function
def train_step(images, labels):
    """Update the model once, for images `(batch, 64)` and labels `(batch,)`."""
    with tf.GradientTape() as tape:
        loss = compute_loss(images, labels, training=True)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)


@tf.function
def valid_step(images, labels):
    """Measure the model, for images `(batch, 64)` and labels `(batch,)`."""
    compute_loss(images, labels, training=False)


# %% loop
def run_epoch(step, rows):
    """Run a step over all batches and return the loss and the accuracy."""
    mean_loss.reset_state()
    accuracy.reset_state()
    for images, labels in batches(rows):
        step(images, labels)
    return float(mean_loss.result()), float(accuracy.result())


steps = {"train": (train_step, train_rows), "valid": (valid_step, valid_rows)}
losses = {"train": [], "valid": []}
for epoch in range(1, 21):
    for name, step_and_rows in steps.items():
        loss, share = run_epoch(*step_and_rows)
        losses[name].append(loss)
        if epoch in (1, 10, 20):
            print(f"{epoch:2} {name}: loss {loss:.3f}, accuracy {share:.3f}")

# %% curve
figure, axes = plt.subplots(figsize=(6, 3.5), layout="constrained")
for name, values in losses.items():
    axes.plot(range(1, 21), values, label=name)
axes.set(xlabel="epoch", ylabel="loss", xticks=range(0, 21, 5), ylim=(0, None))
axes.legend()
plt.show()
