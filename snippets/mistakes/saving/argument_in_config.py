"""A mistake: an argument that cannot be written to a file."""

# %% use raises=NotImplementedError
import keras


# Wrong on purpose: the function cannot be written to a file.
@keras.saving.register_keras_serializable(package="guide")
class Apply(keras.layers.Layer):
    """Apply a function."""

    def __init__(self, function, **kwargs):
        """Keep the function."""
        super().__init__(**kwargs)
        self.function = function

    def call(self, inputs):
        """Map floats of any shape to what the function makes of them."""
        return self.function(inputs)


layer = Apply(keras.ops.tanh)
model = keras.Sequential([keras.Input((3,)), layer])
model.save("model.keras")
