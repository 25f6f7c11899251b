"""A cure: the choice is part of the computation."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Shrink(keras.layers.Layer):
    """Halve the inputs if one of them is larger than ten."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return ops.where(ops.max(inputs) > 10.0, inputs / 2.0, inputs)


print(ops.convert_to_numpy(Shrink()(np.array([[4.0, 16.0]]))))

model = keras.Sequential([Shrink(), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
print("trained:", model.built)
