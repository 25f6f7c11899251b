"""A mistake: a variable that Keras does not know."""
# backends: tensorflow

# %% fit warns=UserWarning
import keras
import numpy as np
import tensorflow as tf


# Wrong on purpose: the variable is float32, whatever the inputs are.
@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a number that was meant to be learned."""

    def __init__(self, **kwargs):
        """Create the number."""
        super().__init__(**kwargs)
        self.scale = tf.Variable(1.0)

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs


layer = Scale()
model = keras.Sequential([layer])
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
x = np.ones((32, 1))
model.fit(x, 3.0 * x, epochs=5, verbose=0)
print("wanted 3.0, got", layer.scale.numpy())
