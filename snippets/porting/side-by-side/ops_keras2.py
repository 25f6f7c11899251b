"""Functions on placeholders, in Keras 2."""
# backends: keras2

# %% use
import numpy as np
import tensorflow as tf
import tf_keras
from tf_keras import backend as K

inputs = tf_keras.Input((3,))
length = tf.sqrt(tf.reduce_sum(tf.square(inputs), axis=-1, keepdims=True))
outputs = inputs / K.maximum(length, K.epsilon())
model = tf_keras.Model(inputs, outputs)

print(model.predict(np.array([[0.0, 3.0, 4.0]]), verbose=0))
print("layers:", len(model.layers))
