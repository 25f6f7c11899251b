"""A mistake: a layer of a built model is replaced."""

# %% use raises=ValueError
import keras


@keras.saving.register_keras_serializable(package="guide")
class Classifier(keras.Model):
    """Map features to the logits of five classes."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.body = keras.layers.Dense(8, **shared)
        self.head = keras.layers.Dense(5, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 5)`."""
        return self.head(self.body(inputs))


x = keras.ops.ones((1, 4))
classifier = Classifier()
classifier(x)

classifier.head = keras.layers.Dense(2)
