"""A mistake: summary() after a build() that builds nothing."""

# %% show warns=UserWarning
import keras


# Wrong on purpose: no build() of the class builds the two layers.
@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """Two dense layers in a model."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.body = keras.layers.Dense(3, **shared)
        self.head = keras.layers.Dense(1, **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.head(self.body(inputs))


model = Net(name="net")
model.build((None, 4))
model.summary(line_length=60)
