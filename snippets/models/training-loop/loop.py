"""The same step, repeated over batches and epochs."""
# backends: tensorflow

# %% data
import keras
import tensorflow as tf
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
batches = tf.data.Dataset.from_tensor_slices((x_train, y_train))
batches = batches.shuffle(len(x_train), seed=1).batch(64)
print("batches:", len(batches))

# %% step
keras.utils.set_random_seed(1)
model = keras.Sequential([keras.layers.Dense(10, name="logits")])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam(learning_rate=0.01)
mean_loss = keras.metrics.Mean(name="loss")


def train_step(images, labels):
    """Update the model once, for images `(batch, 64)` and labels `(batch,)`."""
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(images, training=True))
    gradients = tape.gradient(loss, model.trainable_weights)
    optimizer.apply(gradients, model.trainable_weights)
    mean_loss.update_state(loss, sample_weight=tf.shape(labels)[0])


# %% loop
for epoch in range(4):
    mean_loss.reset_state()
    for images, labels in batches:
        train_step(images, labels)
    print(f"epoch {epoch + 1}: loss {float(mean_loss.result()):.3f}")

# %% validate
accuracy = keras.metrics.SparseCategoricalAccuracy()
accuracy.update_state(y_valid, model(x_valid, training=False))
print(f"validation accuracy: {float(accuracy.result()):.3f}")
