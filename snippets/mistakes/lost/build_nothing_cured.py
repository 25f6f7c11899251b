"""The cure: build() builds each layer of the model."""

# %% load
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Regressor(keras.Model):
    """A dense layer in a model."""

    def __init__(self, **kwargs):
        """Create the layer, with ones to begin with."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="ones", **shared)

    def build(self, input_shape):
        """Create the weights for inputs `(batch, features)`."""
        self.dense.build(input_shape)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)


x = np.ones((1, 3))
model = Regressor()
model(x)
model.dense.kernel.assign(np.full((3, 1), 5.0))
before = model.predict(x, verbose=0).item()
model.save("model.keras")

loaded = keras.saving.load_model("model.keras")
after = loaded.predict(x, verbose=0).item()
print("before:", before, "after:", after)
assert after == before
