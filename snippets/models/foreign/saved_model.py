"""A SavedModel of TensorFlow becomes a layer of a Keras model."""
# backends: tensorflow

# %% wrap
import os

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np

keras.utils.set_random_seed(0)
old = keras.Sequential([keras.Input((3,)), keras.layers.Dense(4)])
old.export("folder", verbose=False)

layer = keras.layers.TFSMLayer("folder", call_endpoint="serve")
print([tuple(weight.shape) for weight in layer.trainable_weights])

# %% fit
model = keras.Sequential([keras.Input((3,)), layer, keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.SGD(0.05), loss="mse")
x = np.random.default_rng(0).normal(size=(64, 3)).astype("float32")
y = x[:, :1] - x[:, 1:2]
loss = model.fit(x, y, epochs=20, verbose=0).history["loss"]
print("loss:", round(loss[0], 2), "to", round(loss[-1], 2))

# %% save
model.save("model.keras")
try:
    keras.saving.load_model("model.keras")
except ValueError as error:
    print(str(error).split(". ")[0])
loaded = keras.saving.load_model("model.keras", safe_mode=False)
same = np.allclose(
    loaded.predict(x, verbose=0), model.predict(x, verbose=0), atol=1e-5
)
print("same predictions:", same)
print("kept in the file:", layer.get_config()["filepath"])

# %% freeze
layer.trainable = False
print("weights to train:", len(model.trainable_weights))
