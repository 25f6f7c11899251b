"""A cure: the same layer from Keras 3, with the weights of the old one."""
# backends: tensorflow

# %% use
import keras
import numpy as np
import tf_keras

old = tf_keras.layers.Dense(1)
x = np.array([[1.0, 2.0, 3.0]], dtype="float32")
y = old(x).numpy()

new = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((3,)), new])
new.set_weights(old.get_weights())
print("same outputs:", np.allclose(model.predict(x, verbose=0), y))
