"""A loss from the middle of a functional model, in Keras 2."""
# backends: keras2

# %% use
import numpy as np
import tensorflow as tf
import tf_keras

inputs = tf_keras.Input((2,))
hidden = tf_keras.layers.Dense(3, kernel_initializer="ones")(inputs)
outputs = tf_keras.layers.Dense(1, kernel_initializer="zeros")(hidden)
model = tf_keras.Model(inputs, outputs)
model.add_loss(0.1 * tf.reduce_mean(hidden))

model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((8, 2)), np.ones((8, 1))
print("loss:", round(model.evaluate(x, y, verbose=0), 3))
