"""A model that compares two images with one encoder."""

# %% define
import keras
import numpy as np
from keras import ops
from sklearn.datasets import load_digits


@keras.saving.register_keras_serializable(package="guide")
class SameDigit(keras.Model):
    """Say how probable it is that two images show the same digit."""

    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(
            64, activation="relu", name="hidden", **shared
        )
        self.code = keras.layers.Dense(units, name="code", **shared)

    def encode(self, images):
        """Map images `(batch, pixels)` to codes `(batch, units)`."""
        return self.code(self.hidden(images))

    def call(self, inputs):
        """Map two arrays of images to probabilities `(batch, 1)`."""
        left, right = inputs
        difference = self.encode(left) - self.encode(right)
        distance = ops.sum(ops.square(difference), axis=-1, keepdims=True)
        return ops.exp(-distance)

    def get_config(self):
        """Return the arguments that make this model again."""
        return {**super().get_config(), "units": self.units}


# %% data
images, labels = load_digits(return_X_y=True)
images = (images / 16.0).astype("float32")
random = np.random.default_rng(1)


def pairs(first, last):
    """Draw pairs of images; about half of them show the same digit."""
    left, right = random.integers(first, last, size=(2, 40000))
    same = labels[left] == labels[right]
    kept = same | (random.random(40000) < 0.1)
    left, right = left[kept], right[kept]
    return [images[left], images[right]], same[kept].astype("float32")


# %% train
keras.utils.set_random_seed(1)
model = SameDigit(units=8)
model.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
model.fit(*pairs(0, 1400), epochs=3, verbose=0, shuffle=False)

new_pairs, same = pairs(1400, 1797)
results = model.evaluate(new_pairs, same, verbose=0, return_dict=True)
print(f"accuracy for new images: {results['accuracy']:.1f}")

# %% build
fresh = SameDigit(units=8)
print("weights before the first call:", len(fresh.weights))
fresh([images[:1], images[1:2]])
fresh.summary()

# %% encode
codes = ops.convert_to_numpy(model.encode(images))
new, known = codes[1400:1408], codes[:1400]
distances = np.sum((new[:, None] - known) ** 2, axis=-1)
print("new images:   ", labels[1400:1408])
print("most similar: ", labels[distances.argmin(axis=-1)])

# %% save
model.save("same_digit.keras")
loaded = keras.models.load_model("same_digit.keras")
before, after = (each.predict(new_pairs, verbose=0) for each in (model, loaded))
print("largest difference:", np.abs(before - after).max())
