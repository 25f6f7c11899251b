"""Freeze a block, or one of its children, with trainable=False."""

# %% block hidden
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
        # A child does not ask its parent for these.
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(
            hidden_units, activation="relu", name="hidden", **shared
        )
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
        config = {"hidden_units": self.hidden_units, "units": self.units}
        return {**super().get_config(), **config}


# %% define
def show(text, layer):
    """Print the ends of the paths of the weights that would train."""
    ends = ["/".join(w.path.split("/")[-2:]) for w in layer.trainable_weights]
    print(f"{text:14}", ", ".join(ends) or "-")


block = MLPBlock(hidden_units=4, units=2, name="block")
model = keras.Sequential([keras.Input((5,)), block])
show("at first:", model)

# %% parent
block.trainable = False
show("block frozen:", model)
print("hidden.trainable:", block.hidden.trainable)

# %% child
block.trainable = True
block.hidden.trainable = False
show("hidden frozen:", model)

# %% load
model.save("model.keras")
show("loaded:", keras.saving.load_model("model.keras"))

# %% unfreeze
block.trainable = False
block.trainable = True
show("unfrozen:", model)
