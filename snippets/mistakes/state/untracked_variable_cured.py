"""The cure: a variable made by add_weight()."""

# %% fit
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a number that is learned."""

    def __init__(self, **kwargs):
        """Create the number."""
        super().__init__(**kwargs)
        self.scale = self.add_weight(shape=(), initializer="ones", name="scale")

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs


layer = Scale()
model = keras.Sequential([layer])
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
x = np.ones((32, 1))
model.fit(x, 3.0 * x, epochs=5, verbose=0)
print("wanted 3.0, got", layer.scale.numpy())
