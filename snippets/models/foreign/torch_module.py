"""A module of PyTorch becomes a layer of a Keras model."""
# backends: torch

# %% wrap
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy as np
import torch

keras.utils.set_random_seed(0)
module = torch.nn.Sequential(
    torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 1)
)
layer = keras.layers.TorchModuleWrapper(module, output_shape=(None, 1))
print([tuple(weight.shape) for weight in layer.trainable_weights])

# %% fit
inputs = keras.Input((3,))
model = keras.Model(inputs, layer(inputs))
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
x = np.random.default_rng(0).normal(size=(64, 3)).astype("float32")
y = x[:, :1] - x[:, 1:2]
loss = model.fit(x, y, epochs=20, verbose=0).history["loss"]
print("loss:", round(loss[0], 2), "to", round(loss[-1], 2))

# %% mode
for arguments in ({}, {"training": None}, {"training": False}):
    layer(x, **arguments)
    print(arguments, "module.training:", module.training)

# %% freeze
layer.trainable = False
mean = module[1].running_mean
before = mean.clone()
layer(x + 5.0, training=True)
print("weights to train:", len(model.trainable_weights))
print("moving means changed:", int((mean != before).sum()))

# %% save
model.save("model.keras")
try:
    keras.saving.load_model("model.keras")
except ValueError as error:
    print(str(error).split(". ")[0])
loaded = keras.saving.load_model("model.keras", safe_mode=False)
same = np.allclose(
    loaded.predict(x, verbose=0), model.predict(x, verbose=0), atol=1e-6
)
print("same predictions:", same)
