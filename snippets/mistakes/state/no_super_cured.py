"""The cure: super().__init__() comes first."""

# %% use
import keras


@keras.saving.register_keras_serializable(package="guide")
class Scale(keras.layers.Layer):
    """Multiply by a factor that does not train."""

    def __init__(self, factor, **kwargs):
        """Keep the factor."""
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.factor * inputs

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "factor": self.factor}


outputs = Scale(factor=2.0)(keras.ops.ones((1, 3)))
print(keras.ops.convert_to_numpy(outputs))
