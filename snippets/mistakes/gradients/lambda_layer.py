"""A mistake: a Lambda layer that calls a layer from outside."""
# backends: tensorflow torch

# %% fit warns=UserWarning
import keras
import numpy as np

dense = keras.layers.Dense(2)
inputs = keras.Input((3,))
outputs = keras.layers.Lambda(lambda x: dense(x))(inputs)
model = keras.Model(inputs, outputs)

model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((4, 3)), np.ones((4, 2)), verbose=0)
print("weights to train:", len(model.trainable_weights))
