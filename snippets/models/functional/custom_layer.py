"""A layer of your own in a functional model."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Standardize(keras.layers.Layer):
    """Give each row mean 0 and spread 1, then scale each feature."""

    def build(self, input_shape):
        """Create the scale for inputs of shape `(..., features)`."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        # Half precision is too coarse for statistics.
        wide = keras.backend.result_type(inputs.dtype, "float32")
        rows = ops.cast(inputs, wide)
        rows = rows - ops.mean(rows, axis=-1, keepdims=True)
        variance = ops.var(rows, axis=-1, keepdims=True)
        rows = rows * ops.rsqrt(variance + 1e-6)  # equal numbers: no 1 / 0
        return self.scale * ops.cast(rows, self.compute_dtype)


# %% model
inputs = keras.Input((4,), name="rows")
x = Standardize(name="standardize")(inputs)
x = keras.layers.Dense(8, activation="relu", name="hidden")(x)
outputs = keras.layers.Dense(1, name="score")(x)
model = keras.Model(inputs, outputs)
print("promised:", outputs.shape, "weights:", len(model.weights))

rows = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
model.compile(optimizer="sgd", loss="mse")
model.fit(rows, np.ones((64, 1)), verbose=0)
print("scores:", model.predict(rows, verbose=0).shape)
