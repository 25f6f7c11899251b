"""A mistake: a layer whose output nobody uses is not in the model."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class ActivityPenalty(keras.layers.Layer):
    """Add a loss for large activations, and pass them on."""

    def call(self, inputs):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        # The loss is a float32 sum: do not add half precision to it.
        activations = ops.cast(inputs, "float32")
        self.add_loss(ops.mean(ops.square(activations)))
        return inputs


rows = np.ones((8, 4), dtype="float32")
targets = 12.0 * np.ones((8, 1))
inputs = keras.Input((4,), name="rows")
hidden = keras.layers.Dense(3, kernel_initializer="ones", name="hidden")(inputs)
score = keras.layers.Dense(1, kernel_initializer="ones", name="score")

# %% kept
penalized = ActivityPenalty(name="penalty")(hidden)
model = keras.Model(inputs, score(penalized))
model.compile(loss="mse")
print([layer.name for layer in model.layers])
print("loss:", model.evaluate(rows, targets, verbose=0))

# %% pruned
ActivityPenalty(name="penalty")(hidden)
model = keras.Model(inputs, score(hidden))
model.compile(loss="mse")
print([layer.name for layer in model.layers])
print("loss:", model.evaluate(rows, targets, verbose=0))

# %% no_loss
model = keras.Model(inputs, score(hidden))
model.compile()
try:
    print("loss:", model.evaluate(rows, targets, verbose=0))
except ValueError as error:
    print("ValueError:", error)
