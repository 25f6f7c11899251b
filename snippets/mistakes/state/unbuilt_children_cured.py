"""The cure: a model is built by a first call."""

# %% build
import keras


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
model(keras.Input((3,)))
print("weights:", len(model.weights))
