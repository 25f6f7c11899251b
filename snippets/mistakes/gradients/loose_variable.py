"""A mistake: a variable between the layers of a functional model."""
# backends: tensorflow torch

# %% fit warns=UserWarning
import keras
import numpy as np

scale = keras.Variable(np.ones(3), dtype="float32", name="scale")
inputs = keras.Input((3,))
model = keras.Model(inputs, inputs * scale)

model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
model.fit(np.ones((8, 3)), np.full((8, 3), 5.0), epochs=20, verbose=0)
print("weights to train:", len(model.trainable_weights))
print("wanted 5, got", scale.numpy().round(2))
