"""Say which versions compute here."""

# %% versions
import platform

import keras
import numpy as np

print("Python", platform.python_version())
print("Keras", keras.__version__, "on", keras.backend.backend())

layer = keras.layers.Dense(1, kernel_initializer="ones")
outputs = layer(np.array([[1.0, 2.0, 3.0]]))
print("sum of 1, 2 and 3:", keras.ops.convert_to_numpy(outputs).item())
