"""Two outputs with a loss each, and one without."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Heads(keras.Model):
    """Two predictions, and the features that they are made of."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(4, activation="tanh", **shared)
        self.price = keras.layers.Dense(1, **shared)
        self.sold = keras.layers.Dense(1, activation="sigmoid", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, m)` to a dictionary of three outputs."""
        features = self.hidden(inputs)
        return {
            "price": self.price(features),
            "sold": self.sold(features),
            "features": features,
        }


# %% fit
keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(64, 3)).astype("float32")
targets = {"price": 10.0 * x[:, :1], "sold": 1.0 * (x[:, 1:2] > 0)}
targets["features"] = None

model = Heads()
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss={"price": "mse", "sold": "binary_crossentropy"},
    loss_weights={"price": 0.01, "sold": 1.0},
    metrics={"sold": ["accuracy"]},
)
model.fit(x, targets, epochs=2, batch_size=16, verbose=0)
scores = model.evaluate(x, targets, return_dict=True, verbose=0)
print(sorted(scores))
total = 0.01 * scores["price_loss"] + scores["sold_loss"]
print("difference:", round(abs(scores["loss"] - total), 3))
