"""A mistake: build() is called on a model that has no build()."""

# %% build warns=UserWarning
import keras


# Wrong on purpose: this program builds the model, and never calls it.
@keras.saving.register_keras_serializable(package="guide")
class Classifier(keras.Model):
    """A dense layer in a model."""

    def __init__(self, **kwargs):
        """Create the layer."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(2, **shared)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return self.dense(inputs)


model = Classifier()
model.build((None, 3))
print("weights:", len(model.weights))
