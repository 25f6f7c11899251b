"""The cure: the wrapped module is a layer of a Keras model."""
# backends: torch

# %% use
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch

layer = keras.layers.TorchModuleWrapper(torch.nn.Linear(3, 1))
model = keras.Sequential([layer])
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
x = np.ones((8, 3), dtype="float32")
loss = model.fit(x, x[:, :1], epochs=20, verbose=0).history["loss"]
print("loss falls:", loss[-1] < 0.01, "weights:", len(model.weights))
