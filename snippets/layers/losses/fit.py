"""fit() adds the losses of the layers to the loss of compile()."""

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


# %% define
def create():
    """Return a model that predicts 3 for an input of three ones."""
    dense = keras.layers.Dense(1, kernel_initializer="ones")
    penalty = ActivityPenalty(rate=1.0)
    return keras.Sequential([keras.Input((3,)), dense, penalty])


x, y = np.ones((8, 3), "float32"), np.ones((8, 1), "float32")

# %% both
model = create()
model.compile(optimizer="sgd", loss="mse", metrics=["mse"])
print(model.evaluate(x, y, return_dict=True, verbose=0))

# %% alone
model = create()
model.compile(optimizer="sgd")
model.fit(x, epochs=50, verbose=0)
(prediction,) = model.predict(x[:1], verbose=0).ravel().round(2)
print("without a target, predicts", prediction)
