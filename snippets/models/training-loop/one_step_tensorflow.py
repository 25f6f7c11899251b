"""One training step by hand in TensorFlow: loss, gradients, update."""
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
model = keras.Sequential(
    [keras.Input((64,)), keras.layers.Dense(10, kernel_initializer="zeros")]
)
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)

with tf.GradientTape() as tape:
    loss = loss_fn(y, model(x, training=True))
print("loss before:", round(float(loss), 3))

# %% gradients
gradients = tape.gradient(loss, model.trainable_weights)
for weight, gradient in zip(model.trainable_weights, gradients, strict=True):
    print(weight.name, tuple(weight.shape), tuple(gradient.shape))

# %% update
optimizer = keras.optimizers.SGD(learning_rate=0.5)
optimizer.apply(gradients, model.trainable_weights)
loss = loss_fn(y, model(x, training=True))
print("loss after:", round(float(loss), 3))
