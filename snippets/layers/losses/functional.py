"""A loss in a functional model comes from a layer of the model."""

# %% layer hidden
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class ActivityPenalty(keras.layers.Layer):
    """Add `rate` times the mean square to the loss, and return the inputs.

    Args:
        rate: The factor of the penalty.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, rate, **kwargs):
        """Keep the rate."""
        super().__init__(**kwargs)
        self.rate = rate

    def call(self, inputs):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        # The loss is a float32 sum: do not add half precision to it.
        activations = ops.cast(inputs, "float32")
        self.add_loss(self.rate * ops.mean(ops.square(activations)))
        return inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "rate": self.rate}


# %% cure
x = np.ones((8, 3), "float32")
inputs = keras.Input((3,))
hidden = keras.layers.Dense(2, kernel_initializer="ones")(inputs)
hidden = ActivityPenalty(rate=1.0)(hidden)
outputs = keras.layers.Dense(1)(hidden)
model = keras.Model(inputs, outputs)
model(x)
print([float(ops.convert_to_numpy(loss)) for loss in model.losses])

# %% unused
inputs = keras.Input((3,))
hidden = keras.layers.Dense(2, kernel_initializer="ones")(inputs)
ActivityPenalty(rate=1.0)(hidden)
outputs = keras.layers.Dense(1)(hidden)
model = keras.Model(inputs, outputs)
model(x)
print([type(layer).__name__ for layer in model.layers])

model.compile(optimizer="sgd")
try:
    print(model.fit(x, verbose=0).history)
except ValueError as error:
    print(error)
