"""A mistake: a TensorFlow function on a placeholder of Keras."""
# backends: tensorflow

# %% use raises=ValueError
import keras
import tensorflow as tf

inputs = keras.Input((3,))
outputs = tf.nn.relu(inputs)
