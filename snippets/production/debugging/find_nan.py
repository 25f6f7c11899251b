"""Find the first layer whose output is not finite."""

# %% define
import keras
import numpy as np
from keras import ops


# Wrong on purpose: it divides by zero, and that is what is to be found.
@keras.saving.register_keras_serializable(package="guide")
class Reciprocal(keras.layers.Layer):
    """Return one divided by the inputs."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return 1.0 / inputs


keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input((2,)),
        keras.layers.Dense(4, activation="relu", name="first"),
        Reciprocal(name="reciprocal"),
        keras.layers.Dense(1, name="head"),
    ]
)
x = np.array([[1.0, 2.0], [-1.0, 0.5], [0.5, -2.0]], dtype="float32")


# %% walk
def first_not_finite(model, x):
    """Name the first layer of a chain that makes a NaN or infinity."""
    if not np.isfinite(x).all():
        return "the data"
    for layer in model.layers:
        x = layer(x)
        if not np.isfinite(ops.convert_to_numpy(x)).all():
            return layer.name
    return None


loss = keras.losses.MeanSquaredError()(np.ones((3, 1)), model(x))
print("loss:", ops.convert_to_numpy(loss))
print("first bad output:", first_not_finite(model, x))
