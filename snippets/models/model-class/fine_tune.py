"""Keep what a model has learned, and train a new head on it."""

# %% pretrain
import keras
import numpy as np
from sklearn.datasets import load_digits

digits = load_digits()
x, y = digits.data.astype("float32") / 16.0, digits.target


@keras.saving.register_keras_serializable(package="guide")
class Features(keras.Model):
    """Features of an image of a digit."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(64, activation="relu", **shared)
        self.norm = keras.layers.BatchNormalization(momentum=0.9, **shared)

    def call(self, inputs, training=None):
        """Map pixels `(batch, 64)` to floats `(batch, 64)`."""
        return self.norm(self.dense(inputs), training=training)


def fit(model, digits, targets, rate, epochs):
    """Compile and train a model, and return its accuracy at the end."""
    model.compile(
        optimizer=keras.optimizers.Adam(rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    history = model.fit(digits, targets, epochs=epochs, verbose=0).history
    print("weights to train:", len(model.trainable_weights))
    return history["accuracy"][-1]


keras.utils.set_random_seed(0)
features = Features(name="features")
low_digits = keras.Sequential([features, keras.layers.Dense(5)])
accuracy = fit(low_digits, x[y < 5], y[y < 5], rate=0.01, epochs=3)
print(f"reads 0 to 4: {accuracy:.0%}")

# %% freeze
features.trainable = False
before = features.get_weights()
high_digits = keras.Sequential([features, keras.layers.Dense(5)])
accuracy = fit(high_digits, x[y >= 5], y[y >= 5] - 5, rate=0.01, epochs=6)
print(f"reads 5 to 9: {accuracy:.0%}")
same = map(np.array_equal, before, features.get_weights())
print("features unchanged:", all(same))

# %% load
high_digits.save("high_digits.keras")
loaded = keras.saving.load_model("high_digits.keras")
print("weights to train:", len(loaded.trainable_weights))

# %% unfreeze
features.trainable = True
fit(high_digits, x[y >= 5], y[y >= 5] - 5, rate=0.0001, epochs=1)
same = map(np.array_equal, before, features.get_weights())
print("features unchanged:", all(same))
