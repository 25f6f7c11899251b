"""A mistake: a tf.Variable is not tracked, so it never trains."""
# backends: tensorflow

# %% define
import keras
import numpy as np
import tensorflow as tf


# Wrong on purpose: the variable is float32, whatever the inputs are.
class Scale(keras.layers.Layer):
    """Multiply by a number that was meant to be learned."""

    def __init__(self, **kwargs):
        """Create the number in a way that Keras does not see."""
        super().__init__(**kwargs)
        self.scale = tf.Variable(1.0)

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs


# %% alone warns=UserWarning
layer = Scale()
print("weights:", len(layer.weights))

x = np.linspace(-1.0, 1.0, 32, dtype="float32").reshape(-1, 1)
model = keras.Sequential([keras.Input((1,)), layer])
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
model.fit(x, 5.0 * x, epochs=20, verbose=0)
print("wanted 5.0, got", layer.scale.numpy())

# %% silent
layer = Scale()
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1), layer])
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
model.fit(x, 5.0 * x, epochs=20, verbose=0)
print("factor:", layer.scale.numpy())
