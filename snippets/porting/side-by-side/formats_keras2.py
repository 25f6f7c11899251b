"""Three ways to keep a model, in Keras 2."""
# backends: keras2

# %% use warns=UserWarning
import numpy as np
import tensorflow as tf
import tf_keras

tf.get_logger().setLevel("WARNING")  # notebooks show more
dense = tf_keras.layers.Dense(1, kernel_initializer="ones")
model = tf_keras.Sequential([tf_keras.Input((2,)), dense])
model.compile(optimizer="sgd", loss="mse")
x = np.array([[1.0, 2.0]])

model.save("folder")  # a SavedModel
model.save("file.h5")
model.save_weights("weights")

print("folder:", tf_keras.models.load_model("folder")(x).numpy())
print("file.h5:", tf_keras.models.load_model("file.h5")(x).numpy())
dense.kernel.assign([[0.0], [0.0]])
model.load_weights("weights")
print("weights:", model(x).numpy())
