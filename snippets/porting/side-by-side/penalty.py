"""A loss from the middle of a functional model, in Keras 3."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Penalty(keras.layers.Layer):
    """Add the mean of the inputs as a loss."""

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        self.add_loss(0.1 * ops.mean(ops.cast(inputs, "float32")))
        return inputs


inputs = keras.Input((2,))
hidden = keras.layers.Dense(3, kernel_initializer="ones")(inputs)
hidden = Penalty()(hidden)
outputs = keras.layers.Dense(1, kernel_initializer="zeros")(hidden)
model = keras.Model(inputs, outputs)

model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((8, 2)), np.ones((8, 1))
print("loss:", round(model.evaluate(x, y, verbose=0), 3))
