"""A mistake: a layer of Keras 2 in a model of Keras 3."""
# backends: tensorflow

# %% use raises=ValueError
import keras
import tf_keras

old = tf_keras.layers.Dense(1)
try:
    model = keras.Sequential([keras.Input((3,)), old])
except ValueError as error:
    # The rest of the message is an address in memory.
    raise ValueError(str(error).partition(" object at")[0]) from None
