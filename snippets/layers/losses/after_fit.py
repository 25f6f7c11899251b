"""What model.losses holds after fit()."""

# %% layer hidden
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class ActivityPenalty(keras.layers.Layer):
    """Charge `rate` times the mean square of the inputs, and pass them on.

    Args:
        rate: What one unit of mean square costs.
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
x, y = np.ones((8, 3), "float32"), np.ones((8, 1), "float32")
regularizer = keras.regularizers.L2(0.5)
dense = keras.layers.Dense(
    1, kernel_initializer="ones", kernel_regularizer=regularizer, name="dense"
)
penalty = ActivityPenalty(rate=1.0, name="penalty")
model = keras.Sequential([keras.Input((3,)), dense, penalty], name="model")
model.compile(keras.optimizers.SGD(learning_rate=0.03125), loss="mse")
model.fit(x, y, verbose=0)
for loss in model.losses:
    print(loss)

# %% cure
model(x)
for loss in model.losses:
    print(round(float(ops.convert_to_numpy(loss)), 3))
