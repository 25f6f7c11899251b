"""The cure: a weight made by add_weight()."""

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


keras.utils.set_random_seed(0)
layer = Scale()
model = keras.Sequential([layer, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
x = np.ones((32, 1), dtype="float32")
model.fit(x, 3.0 * x, epochs=5, verbose=0)
scale, count = float(layer.scale.numpy()), len(model.trainable_weights)
print("scale has moved:", scale != 1.0, "weights to train:", count)
assert scale != 1.0 and count == 3
