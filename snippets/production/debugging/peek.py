"""A layer that prints a number in each step, on every backend."""

# %% define
import sys

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Peek(keras.layers.Layer):
    """Return the inputs, and print their mean."""

    def call(self, inputs):
        """Map floats of any shape to the same floats."""
        mean = ops.mean(inputs)
        if keras.config.backend() == "tensorflow":
            import tensorflow as tf

            tf.print("mean:", mean, output_stream=sys.stdout)
        elif keras.config.backend() == "jax":
            import jax

            jax.debug.print("mean: {}", mean)
        elif inputs.device.type != "meta":  # a symbolic call has no numbers
            print("mean:", mean.item())
        return inputs


# %% fit
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((1,)), dense, Peek()])
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
x = np.array([[0.5], [1.5]], dtype="float32")
model.fit(x, 0.0 * x, batch_size=1, shuffle=False, verbose=0)
