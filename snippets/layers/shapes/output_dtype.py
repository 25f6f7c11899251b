"""A layer whose output has another dtype than its computation."""

# %% define
import keras
from keras import ops


# Wrong on purpose: whole numbers come out, floats are announced.
class Announced(keras.layers.Layer):
    """Number of the largest column, announced by its shape alone."""

    def call(self, inputs):
        """Map floats `(batch, columns)` to whole numbers `(batch,)`."""
        return ops.argmax(inputs, axis=-1)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return input_shape[:-1]


@keras.saving.register_keras_serializable(package="guide")
class Largest(Announced):
    """Number of the largest column, announced by shape and dtype."""

    def compute_output_spec(self, inputs):
        """Return shape and dtype of the output for a symbolic input."""
        shape = self.compute_output_shape(inputs.shape)
        return keras.KerasTensor(shape, dtype="int32")


# %% use
for layer in (Announced(), Largest()):
    announced = layer(keras.Input((3,)))
    real = layer(ops.ones((2, 3)))
    print("announced:", announced.shape, announced.dtype)
    print("real:     ", tuple(real.shape), ops.dtype(real))
