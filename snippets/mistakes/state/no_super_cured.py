"""The cure: super().__init__() comes first."""

# %% use
import keras


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a factor that does not train."""

    def __init__(self, **kwargs):
        """Keep the factor."""
        super().__init__(**kwargs)
        self.factor = 2.0

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.factor * inputs


outputs = Scale()(keras.ops.ones((1, 3)))
print(keras.ops.convert_to_numpy(outputs))
