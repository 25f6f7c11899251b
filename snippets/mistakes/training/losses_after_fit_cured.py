"""A cure: the model is called before its losses are read."""

# %% use
import keras
import numpy as np
from keras import ops

dense = keras.layers.Dense(1, kernel_initializer="ones")
penalty = keras.layers.ActivityRegularization(l2=1.0)
model = keras.Sequential([dense, penalty])
x, y = np.ones((4, 3), dtype="float32"), np.ones((4, 1), dtype="float32")
model.compile(keras.optimizers.SGD(0.0), loss="mse")
model.fit(x, y, verbose=0)

model(x)
print([ops.convert_to_numpy(loss).item() for loss in model.losses])
