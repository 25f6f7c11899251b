"""Two named inputs, one encoder for both, and a layer that compares."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Distance(keras.layers.Layer):
    """Weighted squared distance between two rows of features."""

    def build(self, input_shape):
        """Create the weight for shapes `(batch, features)`, one by name."""
        features = input_shape["left"][-1]
        self.scale = self.add_weight(
            shape=(features,), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map `left` and `right`, `(batch, features)`, to `(batch,)`."""
        difference = inputs["left"] - inputs["right"]
        return ops.sum(self.scale * ops.square(difference), axis=-1)


# %% wire
inputs = {
    "left": keras.Input((3,), name="left"),
    "right": keras.Input((3,), name="right"),
}
encode = keras.layers.Dense(2, kernel_initializer="ones", name="encode")
codes = {name: encode(tensor) for name, tensor in inputs.items()}
model = keras.Model(inputs, Distance(name="distance")(codes))
model.summary()

# %% use
pairs = {"left": np.ones((2, 3)), "right": np.array([[1.0, 1, 1], [0, 0, 0]])}
print("distances:", model.predict(pairs, verbose=0))
print("weights:", [weight.path for weight in model.weights])
