"""The gradient of a prediction by its inputs: TensorFlow."""
# backends: tensorflow

# %% use
import keras
import numpy as np
import tensorflow as tf

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.set_weights([np.array([[2.0], [0.0], [-1.0]]), np.zeros(1)])
x = tf.ones((2, 3))

with tf.GradientTape() as tape:
    tape.watch(x)
    total = keras.ops.sum(model(x))
print(tape.gradient(total, x).numpy())
