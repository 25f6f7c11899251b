"""The three parts of a saved layer, written and read by hand."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Linear(keras.layers.Layer):
    """Linear map `inputs @ kernel`, with outputs of size `units`."""

    def __init__(self, units, **kwargs):
        """Keep the size of the output."""
        super().__init__(**kwargs)
        self.units = units

    def build(self, input_shape):
        """Create the weight for inputs of shape `(..., input_dim)`."""
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), name="kernel"
        )

    def call(self, inputs):
        """Map floats `(..., input_dim)` to floats `(..., units)`."""
        return ops.matmul(inputs, self.kernel)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "units": self.units}


# %% save
linear = Linear(units=2, name="linear")
linear(ops.ones((1, 3)))
linear.kernel.assign([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])

config = linear.get_config()
build_config = linear.get_build_config()
store = {}
linear.save_own_variables(store)

print("arguments:", config["units"])
print("built for:", build_config)
print("weights:  ", {key: tuple(value.shape) for key, value in store.items()})

# %% load
copy = Linear.from_config(config)
print("created:", len(copy.weights))
copy.build_from_config(build_config)
print("built:  ", len(copy.weights))
copy.load_own_variables(store)
print(ops.convert_to_numpy(copy(ops.ones((1, 3)))))
