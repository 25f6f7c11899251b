"""Functions on placeholders, in Keras 3."""

# %% use
import keras
import numpy as np
from keras import ops

inputs = keras.Input((3,))
length = ops.sqrt(ops.sum(ops.square(inputs), axis=-1, keepdims=True))
outputs = inputs / ops.maximum(length, keras.config.epsilon())
model = keras.Model(inputs, outputs)

print(model.predict(np.array([[0.0, 3.0, 4.0]]), verbose=0))
print("layers:", len(model.layers))
