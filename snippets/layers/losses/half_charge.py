"""A mistake of Keras: an activity regularizer under mixed precision."""
# backends: tensorflow

# %% fit raises=TypeError
import keras
import numpy as np

keras.config.set_dtype_policy("mixed_float16")
model = keras.Sequential(
    [
        keras.Input((3,)),
        keras.layers.Dense(4, activity_regularizer="l2"),
        keras.layers.Dense(1, dtype="float32"),
    ]
)
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((8, 3)), np.ones((8, 1)), verbose=0)
