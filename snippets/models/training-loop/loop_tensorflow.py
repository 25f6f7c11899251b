"""A step in TensorFlow, repeated over batches and epochs."""
# backends: tensorflow

# %% data
import keras
import numpy as np
import tensorflow as tf
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
rng = np.random.default_rng(1)
train_rows, valid_rows = np.split(rng.permutation(len(x)), [1408])


def batches(rows):
    """Yield 128 images and labels at a time, in random order."""
    for batch in rng.permutation(rows).reshape(-1, 128):
        yield x[batch], y[batch]


print("batches:", len(list(batches(train_rows))))

# %% step
model = keras.Sequential(
    [keras.Input((64,)), keras.layers.Dense(10, kernel_initializer="zeros")]
)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam(learning_rate=0.05)
mean_loss = keras.metrics.Mean(name="loss")


def train_step(images, labels):
    """Update the model once, for images `(128, 64)` and labels `(128,)`."""
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(images, training=True))
    gradients = tape.gradient(loss, model.trainable_weights)
    optimizer.apply(gradients, model.trainable_weights)
    mean_loss.update_state(loss)


# %% loop
for epoch in range(3):
    mean_loss.reset_state()
    for images, labels in batches(train_rows):
        train_step(images, labels)
    print(f"epoch {epoch + 1}: loss {float(mean_loss.result()):.3f}")

# %% validate
accuracy = keras.metrics.SparseCategoricalAccuracy()
outputs = model(x[valid_rows], training=False)
accuracy.update_state(y[valid_rows], outputs)
print(f"validation accuracy: {float(accuracy.result()):.3f}")
