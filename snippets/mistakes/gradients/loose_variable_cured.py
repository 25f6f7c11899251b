"""The cure: a layer that owns the variable."""

# %% fit
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply each feature by a number that is learned."""

    def build(self, input_shape):
        """Create one number for each feature."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        return inputs * self.scale


layer = Scale()
inputs = keras.Input((3,))
model = keras.Model(inputs, layer(inputs))

model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
model.fit(np.ones((8, 3)), np.full((8, 3), 5.0), epochs=20, verbose=0)
print("weights to train:", len(model.trainable_weights))
print("wanted 5, got", layer.scale.numpy().round(2))
