"""Exercise: freeze one child, in a way that survives loading."""

# %% start
import keras


@keras.saving.register_keras_serializable(package="guide")
class MLPBlock(keras.layers.Layer):
    """Two dense layers, one after the other.

    Args:
        hidden_units: Size of the layer in the middle.
        units: Size of the last axis of the output.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, hidden_units, units, **kwargs):
        """Create the children; `build()` gives them their weights."""
        super().__init__(**kwargs)
        self.hidden_units = hidden_units
        self.units = units
        policy = self.dtype_policy
        self.hidden = keras.layers.Dense(hidden_units, dtype=policy)
        self.project = keras.layers.Dense(units, dtype=policy)

    def build(self, input_shape):
        """Build the children for inputs of shape `(..., features)`."""
        if self.built:
            return
        self.hidden.build(input_shape)
        self.project.build(self.hidden.compute_output_shape(input_shape))

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        return self.project(self.hidden(inputs))

    def get_config(self):
        """Return the arguments that create this layer again."""
        config = {"hidden_units": self.hidden_units, "units": self.units}
        return {**super().get_config(), **config}


block = MLPBlock(4, 2)
block.hidden.trainable = False  # gone when the block is loaded

# %% check raises=AssertionError
model = keras.Sequential([keras.Input((5,)), block])
assert len(model.trainable_weights) == 2, "the first layer is not frozen"
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
count = len(loaded.trainable_weights)
assert count == 2, f"{count} weights train in the loaded model, 2 wanted"
free = keras.Sequential([keras.Input((5,)), MLPBlock(4, 2)])
assert len(free.trainable_weights) == 4, "by default nothing is frozen"
print("weights that train, before and after loading:", count, count)
