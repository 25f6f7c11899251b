"""A model with two outputs, and a loss for each."""

# %% define
import keras
from sklearn.datasets import load_digits

pixels, digits = load_digits(return_X_y=True)
pixels = pixels.astype("float32") / 16.0
targets = {"digit": digits, "ink": pixels.mean(axis=1, keepdims=True)}


@keras.saving.register_keras_serializable(package="guide")
class Reader(keras.Model):
    """Tell which digit an image shows, and how much ink it took."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(32, activation="relu", **shared)
        self.digit = keras.layers.Dense(10, **shared)
        self.ink = keras.layers.Dense(1, **shared)

    def call(self, inputs):
        """Map pixels `(batch, 64)` to `(batch, 10)` and `(batch, 1)`."""
        features = self.hidden(inputs)
        return {"digit": self.digit(features), "ink": self.ink(features)}


# %% fit
keras.utils.set_random_seed(0)
model = Reader()
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss={
        "digit": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        "ink": "mse",
    },
    loss_weights={"digit": 1.0, "ink": 10.0},
    metrics={"digit": ["accuracy"]},
)
history = model.fit(
    pixels, targets, batch_size=128, epochs=4, verbose=0
).history
for name, values in sorted(history.items()):
    print(f"{name}: {values[0]:.3f} to {values[-1]:.3f}")

predictions = model.predict(pixels[:4], verbose=0)
print({name: array.shape for name, array in predictions.items()})

# %% one_loss raises=KeyError
model.compile(optimizer="adam", loss="mse")
model.fit(pixels, targets["ink"], verbose=0)
