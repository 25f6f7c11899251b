"""The configuration that Keras writes by itself."""

# %% define
from pprint import pprint

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Elementwise(keras.layers.Layer):
    """Apply a function, given by itself or by name, to each number."""

    def __init__(self, function, **kwargs):
        """Find the function."""
        super().__init__(**kwargs)
        self.function = keras.activations.get(function)

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return self.function(inputs)


# %% simple
layer = Elementwise("relu", name="clip")
pprint(layer.get_config(), sort_dicts=False, width=60)

copy = Elementwise.from_config(layer.get_config())
print(ops.convert_to_numpy(copy(ops.array([[-1.0, 2.0]]))))
