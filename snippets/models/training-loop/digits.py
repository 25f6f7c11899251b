"""Train a subclassed model on handwritten digits with a loop of your own."""
# backends: tensorflow

# %% data
import keras
import matplotlib.pyplot as plt
import tensorflow as tf
from keras import ops
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

digits = load_digits()
x_train, x_valid, y_train, y_valid = train_test_split(
    digits.data.astype("float32") / 16.0,
    digits.target,
    test_size=0.2,
    random_state=0,
    stratify=digits.target,
)
train = tf.data.Dataset.from_tensor_slices((x_train, y_train))
train = train.shuffle(len(x_train), seed=1).batch(64)
valid = tf.data.Dataset.from_tensor_slices((x_valid, y_valid)).batch(64)


# %% model
@keras.saving.register_keras_serializable(package="guide")
class ActivityPenalty(keras.layers.Layer):
    """Charge `rate` times the mean square of the inputs, and pass them on."""

    def __init__(self, rate, **kwargs):
        """Keep the rate."""
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        # The loss is a float32 sum: do not add half precision to it.
        activations = ops.cast(inputs, self.variable_dtype)
        self.add_loss(self.rate * ops.mean(ops.square(activations)))
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "rate": self.rate}


@keras.saving.register_keras_serializable(package="guide")
class DigitClassifier(keras.Model):
    """Two dense layers with a penalty and dropout in between.

    Args:
        hidden_units: Number of units of the hidden layer.
        rate: How much the penalty charges for the hidden activations.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras model.
    """

    def __init__(self, hidden_units=64, rate=0.01, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        self.hidden_units = hidden_units
        self.rate = rate
        policy = {"dtype": self.dtype_policy}
        self.hidden = keras.layers.Dense(
            hidden_units, activation="relu", name="hidden", **policy
        )
        self.penalty = ActivityPenalty(rate, name="penalty", **policy)
        self.dropout = keras.layers.Dropout(0.2, name="dropout", **policy)
        self.logits = keras.layers.Dense(10, name="logits", **policy)

    def call(self, inputs, training=None):
        """Map pixels `(batch, 64)` to logits `(batch, 10)`."""
        features = self.penalty(self.hidden(inputs))
        return self.logits(self.dropout(features, training=training))

    def get_config(self):
        """Return the arguments that create this model again."""
        config = {"hidden_units": self.hidden_units, "rate": self.rate}
        return {**super().get_config(), **config}


# %% steps
keras.utils.set_random_seed(1)
model = DigitClassifier()
optimizer = keras.optimizers.Adam(learning_rate=0.003)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
loss_mean = keras.metrics.Mean(name="loss")
accuracy = keras.metrics.SparseCategoricalAccuracy(name="accuracy")


def record(loss, labels, logits):
    """Update both metrics with the results of one batch."""
    loss_mean.update_state(loss, sample_weight=tf.shape(labels)[0])
    accuracy.update_state(labels, logits)


@tf.function
def train_step(images, labels):
    """Update the model once, for images `(batch, 64)` and labels `(batch,)`."""
    with tf.GradientTape() as tape:
        logits = model(images, training=True)
        loss = loss_fn(labels, logits) + sum(model.losses)
    gradients = tape.gradient(loss, model.trainable_weights)
    optimizer.apply(gradients, model.trainable_weights)
    record(loss, labels, logits)


@tf.function
def valid_step(images, labels):
    """Measure the model, for images `(batch, 64)` and labels `(batch,)`."""
    logits = model(images, training=False)
    record(loss_fn(labels, logits) + sum(model.losses), labels, logits)


# %% loop
def run_epoch(step, batches):
    """Run a step over all batches and return the loss and the accuracy."""
    loss_mean.reset_state()
    accuracy.reset_state()
    for images, labels in batches:
        step(images, labels)
    return float(loss_mean.result()), float(accuracy.result())


history = {"train": [], "validation": []}
for epoch in range(1, 21):
    train_loss, train_accuracy = run_epoch(train_step, train)
    valid_loss, valid_accuracy = run_epoch(valid_step, valid)
    history["train"].append(train_loss)
    history["validation"].append(valid_loss)
    if epoch % 5 == 0:
        print(f"epoch {epoch}")
        print(f"  train: loss {train_loss:.3f}, accuracy {train_accuracy:.3f}")
        print(f"  valid: loss {valid_loss:.3f}, accuracy {valid_accuracy:.3f}")

# %% curve
epochs = range(1, 21)
figure, axes = plt.subplots(figsize=(6, 3.5), layout="constrained")
axes.plot(epochs, history["train"], color="tab:blue", label="train")
axes.plot(epochs, history["validation"], color="tab:orange", label="validation")
axes.set(
    xlabel="epoch", ylabel="loss", xticks=range(0, 21, 5), ylim=(0.0, None)
)
axes.legend()
plt.show()
