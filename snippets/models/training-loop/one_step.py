"""One training step by hand: loss, gradients, update."""
# backends: tensorflow

# %% data
import keras
import tensorflow as tf
from sklearn.datasets import load_digits

digits = load_digits()
x = digits.data.astype("float32") / 16.0
y = digits.target
print("images:", x.shape, "labels:", y.shape)

# %% loss
keras.utils.set_random_seed(1)
model = keras.Sequential([keras.layers.Dense(10, name="logits")])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

with tf.GradientTape() as tape:
    loss = loss_fn(y, model(x, training=True))
print("loss before:", round(float(loss), 3))

# %% gradients
gradients = tape.gradient(loss, model.trainable_weights)
for weight, gradient in zip(model.trainable_weights, gradients, strict=True):
    print(weight.path, tuple(weight.shape), tuple(gradient.shape))

# %% update
optimizer = keras.optimizers.SGD(learning_rate=0.5)
optimizer.apply(gradients, model.trainable_weights)
print("loss after:", round(float(loss_fn(y, model(x, training=True))), 3))
