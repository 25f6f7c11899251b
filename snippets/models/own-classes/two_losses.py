"""Two losses, and what loss_weights do to them."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class TwoHeads(keras.Model):
    """Predict a price and a demand from the same features."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        ones = {"kernel_initializer": "ones", **shared}
        self.price = keras.layers.Dense(1, **ones)
        self.demand = keras.layers.Dense(1, **ones)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to two floats for each row."""
        return {"price": self.price(inputs), "demand": self.demand(inputs)}


# %% evaluate
x = np.ones((4, 3))
y = {"price": np.full((4, 1), 1.0), "demand": np.full((4, 1), 5.0)}
model = TwoHeads()
for weights in (None, {"price": 1.0, "demand": 0.1}):
    model.compile(
        optimizer="sgd",
        loss={"price": "mse", "demand": "mae"},
        loss_weights=weights,
    )
    found = model.evaluate(x, y, return_dict=True, verbose=0)
    print({name: round(value, 2) for name, value in sorted(found.items())})
