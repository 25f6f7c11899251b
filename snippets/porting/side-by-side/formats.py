"""Three ways to keep a model, in Keras 3."""
# backends: tensorflow

# %% use
import keras
import numpy as np
import tensorflow as tf

tf.get_logger().setLevel("WARNING")  # notebooks show more
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((2,)), dense])
model.compile(optimizer="sgd", loss="mse")
x = np.array([[1.0, 2.0]], "float32")

model.export("folder", verbose=False)  # a SavedModel, to serve
model.save("file.keras")
model.save_weights("net.weights.h5")

served = keras.layers.TFSMLayer("folder", call_endpoint="serve")
print("folder:", served(x).numpy())
print("file.keras:", keras.models.load_model("file.keras")(x).numpy())
dense.kernel.assign([[0.0], [0.0]])
model.load_weights("net.weights.h5")
print("weights:", model(x).numpy())
