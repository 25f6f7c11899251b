"""A layer that adds to the loss of the model it stands in."""

# %% define
import keras
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


# %% use
penalty = ActivityPenalty(rate=0.5)
print("before:", penalty.losses)

outputs = penalty(ops.ones((2, 3)))
print("after: ", [float(loss) for loss in penalty.losses])

# %% again
outputs = penalty(2.0 * ops.ones((2, 3)))
print("after another call:", [float(loss) for loss in penalty.losses])
