"""The skeleton of a model: define, train, save and load."""

# %% model
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Classifier(keras.Model):
    """One hidden layer; puts out logits."""

    def __init__(self, units, classes, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        self.units = units
        self.classes = classes
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(units, activation="relu", **shared)
        self.dropout = keras.layers.Dropout(0.1, **shared)
        self.head = keras.layers.Dense(classes, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, classes)`."""
        outputs = self.dropout(self.hidden(inputs), training=training)
        return self.head(outputs)

    def get_config(self):
        """Return the arguments that make this model again."""
        config = super().get_config()
        return {**config, "units": self.units, "classes": self.classes}


keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(256, 4)).astype("float32")
y = (x[:, 0] > 0).astype("int32")

model = Classifier(units=16, classes=2)
model.compile(
    optimizer=keras.optimizers.Adam(0.02),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
history = model.fit(x, y, epochs=8, verbose=0).history
print(f"accuracy: {history['accuracy'][-1]:.0%}")

model.save("classifier.keras")
loaded = keras.models.load_model("classifier.keras")
same = np.allclose(loaded.predict(x, verbose=0), model.predict(x, verbose=0))
print("loaded, the same:", same)
