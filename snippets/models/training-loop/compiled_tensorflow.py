"""A compiled step in TensorFlow computes what a plain one does."""
# backends: tensorflow

# %% define
import keras
import tensorflow as tf
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target


def losses_of_training(decorate):
    """Train a small model and return the loss of each epoch."""
    keras.utils.set_random_seed(1)
    model = keras.Sequential(
        [
            keras.Input((64,)),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(10, kernel_initializer="zeros"),
        ]
    )
    loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    optimizer = keras.optimizers.Adam(learning_rate=0.05)
    optimizer.build(model.trainable_variables)
    mean_loss = keras.metrics.Mean()
    python_runs = 0

    @decorate
    def train_step(images, labels):
        nonlocal python_runs
        python_runs += 1
        with tf.GradientTape() as tape:
            loss = loss_fn(labels, model(images, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply(gradients, model.trainable_variables)
        mean_loss.update_state(loss)

    history = []
    for _ in range(3):
        mean_loss.reset_state()
        for start in range(0, 1792, 448):
            rows = slice(start, start + 448)
            train_step(x[rows], y[rows])
        history.append(round(float(mean_loss.result()), 3))
    print("batches: 12, runs of the Python code:", python_runs)
    return history


# %% plain
print(losses_of_training(lambda step: step))

# %% compiled
print(losses_of_training(tf.function))
