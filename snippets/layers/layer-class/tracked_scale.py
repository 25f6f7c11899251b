"""The cure: a weight that the layer tracks is a weight that trains."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a learned number."""

    def __init__(self, **kwargs):
        """Create the number as a weight."""
        super().__init__(**kwargs)
        self.scale = self.add_weight(shape=(), initializer="ones", name="scale")

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.scale * inputs


# %% train
layer = Scale()
print(len(layer.weights))
x = np.linspace(-1.0, 1.0, 32, dtype="float32").reshape(-1, 1)
model = keras.Sequential([keras.Input((1,)), layer])
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
model.fit(x, 5.0 * x, epochs=20, verbose=0)
print("wanted 5.0, got", layer.scale.numpy().round(3))
