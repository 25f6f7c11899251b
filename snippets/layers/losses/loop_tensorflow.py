"""One step of a hand-written loop with the losses of layers: TensorFlow."""
# backends: tensorflow

# %% define
import keras
import numpy as np
import tensorflow as tf

x, y = np.ones((8, 3), "float32"), np.ones((8, 1), "float32")
regularizer = keras.regularizers.L2(0.5)
dense = keras.layers.Dense(
    1, kernel_initializer="ones", activity_regularizer=regularizer
)
model = keras.Sequential([keras.Input((3,)), dense])
loss_fn = keras.losses.MeanSquaredError()
optimizer = keras.optimizers.SGD(learning_rate=0.01)

# %% step
with tf.GradientTape() as tape:
    loss = loss_fn(y, model(x, training=True))
    total = loss + sum(model.losses)
gradients = tape.gradient(total, model.trainable_weights)
optimizer.apply(gradients, model.trainable_weights)

print("loss:", float(loss), "- total:", float(total))
print("kernel:", dense.kernel.numpy().ravel().round(2))
