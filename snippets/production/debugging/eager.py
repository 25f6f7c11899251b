"""What a layer sees in fit(), with and without run_eagerly."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Reader(keras.layers.Layer):
    """Return the inputs, and report what Python can read of them."""

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        try:
            number = ops.convert_to_numpy(inputs)[0, 0]
            print("the first number is", number)
        except Exception as error:
            print("no number to read:", type(error).__name__)
        return inputs


def train(**options):
    """Train for two steps."""
    dense = keras.layers.Dense(1, kernel_initializer="ones")
    model = keras.Sequential([keras.Input((1,)), dense, Reader()])
    model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse", **options)
    print("fit() begins, with", options)
    x = np.array([[3.0], [4.0]], dtype="float32")
    model.fit(x, x, batch_size=1, shuffle=False, verbose=0)


# %% compiled
train()

# %% eager
train(run_eagerly=True)
