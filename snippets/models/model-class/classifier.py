"""A subclassed model: layers in __init__, their order in call()."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Classifier(keras.Model):
    """One hidden layer with dropout, and a score for each class."""

    def __init__(self, units, classes, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        self.units = units
        self.classes = classes
        # A model does not hand its dtype down by itself.
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(
            units, activation="relu", name="hidden", **shared
        )
        self.dropout = keras.layers.Dropout(0.2, name="dropout", **shared)
        self.scores = keras.layers.Dense(classes, name="scores", **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to scores `(batch, classes)`."""
        features = self.hidden(inputs)
        features = self.dropout(features, training=training)
        return self.scores(features)

    def get_config(self):
        """Return the arguments that create this model again."""
        config = {"units": self.units, "classes": self.classes}
        return {**super().get_config(), **config}


# %% fit
points = np.random.default_rng(0).normal(size=(300, 4)).astype("float32")
labels = np.argmax(points[:, :3], axis=-1)

keras.utils.set_random_seed(0)
model = Classifier(units=16, classes=3, name="classifier")
print("scores:", tuple(model(points).shape))

model.compile(
    optimizer=keras.optimizers.Adam(0.05),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(points, labels, epochs=12, verbose=0)
results = model.evaluate(points, labels, verbose=0, return_dict=True)
print(sorted(results), f"accuracy: {results['accuracy']:.0%}")

# %% keep
print([layer.name for layer in model.layers])
model.save("classifier.keras")
loaded = keras.saving.load_model("classifier.keras")
scores = [each.predict(points, verbose=0) for each in (model, loaded)]
print("same scores:", np.allclose(*scores))
