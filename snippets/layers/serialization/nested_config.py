"""A layer around another layer: the child travels in the configuration."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Residual(keras.layers.Layer):
    """Add the inputs to what another layer, the child, makes of them."""

    def __init__(self, child, **kwargs):
        """Keep the child."""
        super().__init__(**kwargs)
        self.child = child
        if not self.trainable:
            child.trainable = False

    def build(self, input_shape):
        """Build the child for inputs of shape `(batch, features)`."""
        # A child that comes from a file is built already.
        if not self.child.built:
            self.child.build(input_shape)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats of the same shape."""
        outputs = self.child(inputs, training=training)
        # The child came with a dtype of its own.
        return inputs + ops.cast(outputs, inputs.dtype)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return input_shape

    def get_config(self):
        """Return the arguments that create this layer again."""
        child = keras.saving.serialize_keras_object(self.child)
        return {**super().get_config(), "child": child}

    @classmethod
    def from_config(cls, config):
        """Create the child, then the layer around it."""
        child = keras.saving.deserialize_keras_object(config["child"])
        return cls(**{**config, "child": child})


# %% use
def saved_and_loaded(layer):
    """Return what a layer computes, before and after saving."""
    model = keras.Sequential([keras.Input((3,)), layer])
    model.save("model.keras")
    loaded = keras.saving.load_model("model.keras")
    x = np.array([[1.0, 2.0, 3.0]])
    return model.predict(x, verbose=0), loaded.predict(x, verbose=0)


def child():
    """Return a layer that doubles its inputs, and starts with ones."""
    dense = keras.layers.Dense(3, kernel_initializer="ones", name="double")
    dense.build((None, 3))
    dense.kernel.assign(2.0 * np.eye(3))
    return dense


residual = Residual(child())
print(residual.get_config()["child"]["class_name"])
before, after = saved_and_loaded(residual)
print("before:", before, "after:", after)
