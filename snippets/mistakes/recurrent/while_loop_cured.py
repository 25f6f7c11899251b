"""The cure: a scan of fixed length, in which later steps change nothing."""

# %% fit
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Grown(keras.layers.Layer):
    """Scale the inputs, and let them grow until one is large.

    Args:
        most: How often they may grow.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    def __init__(self, most=8, **kwargs):
        """Remember the limit."""
        super().__init__(**kwargs)
        self.most = most

    def build(self, input_shape):
        """Create one scale for each feature."""
        self.scale = self.add_weight(
            shape=(input_shape[-1],), initializer="ones", name="scale"
        )

    def call(self, inputs):
        """Map floats `(batch, features)` to floats of the same shape."""

        def step(x, _):
            larger = ops.abs(2.0 * x) + 1.0
            return ops.where(ops.max(x) < 10.0, larger, x), None

        start = inputs * self.scale
        return ops.scan(step, start, xs=None, length=self.most)[0]

    def get_config(self):
        """Return the arguments that create the layer again."""
        return {**super().get_config(), "most": self.most}


grown = Grown()
print(ops.convert_to_numpy(grown(np.array([[1.0, 3.0]]))))
model = keras.Sequential([grown, keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(np.ones((8, 2)), np.ones((8, 1)), verbose=0)
