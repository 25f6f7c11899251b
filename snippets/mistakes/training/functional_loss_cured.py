"""A cure: a layer in the middle adds the loss."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Penalty(keras.layers.Layer):
    """Add the mean square of the inputs as a loss, and pass them on."""

    def call(self, inputs):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        self.add_loss(ops.mean(ops.square(ops.cast(inputs, "float32"))))
        return inputs


inputs = keras.Input((3,))
hidden = keras.layers.Dense(2, kernel_initializer="ones")(inputs)
outputs = keras.layers.Dense(1, kernel_initializer="zeros")(Penalty()(hidden))
model = keras.Model(inputs, outputs)
model.compile(loss="mse")
print("loss:", model.evaluate(np.ones((4, 3)), np.zeros((4, 1)), verbose=0))
