"""A penalty for the outputs of any layer: its activity regularizer."""

# %% use
import keras
import numpy as np
from keras import ops

dense = keras.layers.Dense(
    4,
    kernel_initializer="ones",
    activity_regularizer=keras.regularizers.L2(0.01),
)
for rows in (2, 8):
    outputs = dense(np.ones((rows, 3), "float32"))
    penalty = 0.01 * ops.convert_to_numpy(ops.sum(ops.square(outputs)))
    (loss,) = dense.losses
    print(f"{rows} rows: 0.01 * sum of squares = {penalty:.2f}")
    print(f"        dense.losses[0] = {ops.convert_to_numpy(loss):.2f}")
