"""A compiled step in TensorFlow computes what a plain one does."""
# backends: tensorflow

# %% define
import keras
import tensorflow as tf
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target
batches = [slice(start, start + 448) for start in range(0, 1792, 448)]

keras.utils.set_random_seed(1)
dropout = keras.layers.Dropout(0.2)
dense = keras.layers.Dense(10, kernel_initializer="zeros")
model = keras.Sequential([keras.Input((64,)), dropout, dense])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam(learning_rate=0.05)
optimizer.build(model.trainable_variables)
mean_loss = keras.metrics.Mean()


def train_step(images, labels):
    """Update the model once, for images `(448, 64)` and labels `(448,)`."""
    print("Python runs the step")
    with tf.GradientTape() as tape:
        loss = loss_fn(labels, model(images, training=True))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply(gradients, model.trainable_variables)
    mean_loss.update_state(loss)


# %% plain
variables = model.variables + optimizer.variables + mean_loss.variables
first = [variable.numpy() for variable in variables]

for rows in batches:
    train_step(x[rows], y[rows])
print(f"loss: {float(mean_loss.result()):.4f}")

# %% compiled
for variable, value in zip(variables, first, strict=True):
    variable.assign(value)
compiled_step = tf.function(train_step)

for rows in batches:
    compiled_step(x[rows], y[rows])
print(f"loss: {float(mean_loss.result()):.4f}")
