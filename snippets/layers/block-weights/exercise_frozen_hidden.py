"""Exercise: an argument that freezes one child of a block."""

# %% start
import keras


@keras.saving.register_keras_serializable(package="guide")
class MLPBlock(keras.layers.Layer):
    """Two dense layers; the first is to be frozen where asked for."""

    def __init__(self, units, frozen_hidden=False, **kwargs):
        """Create the children, whatever `frozen_hidden` says."""
        super().__init__(**kwargs)
        self.units = units
        # A child does not ask its parent for these.
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(units, name="hidden", **shared)
        self.project = keras.layers.Dense(units, name="project", **shared)

    def build(self, input_shape):
        """Build the children for inputs of shape `(..., features)`."""
        self.hidden.build(input_shape)
        self.project.build(self.hidden.compute_output_shape(input_shape))

    def call(self, inputs):
        """Map floats `(..., features)` to floats `(..., units)`."""
        return self.project(self.hidden(inputs))

    def compute_output_shape(self, input_shape):
        """Return the shape of the outputs, `(..., units)`."""
        return (*input_shape[:-1], self.units)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "units": self.units}


# %% check raises=AssertionError
def trains(layer):
    """Return the children whose weights would train."""
    return sorted({w.path.split("/")[-2] for w in layer.trainable_weights})


block = MLPBlock(units=4, frozen_hidden=True, name="block")
model = keras.Sequential([keras.Input((3,)), block])
assert trains(model) == ["project"], f"{trains(model)} would train"
model.save("model.keras")
loaded = keras.saving.load_model("model.keras")
assert trains(loaded) == ["project"], f"after loading: {trains(loaded)}"

model = keras.Sequential([keras.Input((3,)), MLPBlock(units=4)])
assert trains(model) == ["hidden", "project"], "by default, both train"
block = MLPBlock(units=4, trainable=False)
model = keras.Sequential([keras.Input((3,)), block])
assert trains(model) == [], f"a frozen block would train {trains(model)}"
print(trains(loaded))
