"""Exercise: a divergence with a weight."""

# %% start
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Divergence(keras.layers.Layer):
    """Charge for the distance of a Gaussian from the standard one.

    Args:
        weight: What the divergence is multiplied by.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, weight=1.0, **kwargs):
        """Keep the weight."""
        super().__init__(**kwargs)
        self.weight = weight

    def call(self, inputs):
        """Add a loss for `(mean, log_variance)`, and return the mean.

        Both are floats of shape `(batch, latent_dim)`.
        """
        mean, log_variance = (ops.cast(each, "float32") for each in inputs)
        squares = ops.square(mean) + ops.exp(log_variance)
        divergence = 0.5 * (squares - 1.0 - log_variance)
        self.add_loss(ops.mean(divergence))
        return inputs[0]

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config()}


# %% check raises=AssertionError
layer = Divergence(weight=10.0)
mean, log_variance = ops.ones((4, 3)), ops.zeros((4, 3))
layer([mean, log_variance])
loss = float(ops.convert_to_numpy(layer.losses[0]))
# Each of three dimensions is one off: 0.5 each, 1.5 for a row, times 10.
assert loss == 15.0, f"a loss of {loss}, 15.0 wanted"
twin = Divergence.from_config(layer.get_config())
assert twin.weight == 10.0, "the copy has forgotten the weight"
print("loss:", loss)
