"""A cure: functions of keras.ops know placeholders."""

# %% use
import keras
import numpy as np
from keras import ops

inputs = keras.Input((3,))
outputs = ops.relu(inputs)

model = keras.Model(inputs, outputs)
print(model.predict(np.array([[-1.0, 0.0, 2.0]]), verbose=0))
