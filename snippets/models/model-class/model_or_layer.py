"""The same block as a layer and as a model: both nest, one opens."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class PairLayer(keras.layers.Layer):
    """Two dense layers in a row, as a layer."""

    def __init__(self, units, **kwargs):
        """Create the sublayers; the first call builds them."""
        super().__init__(**kwargs)
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        dense = {"kernel_initializer": "ones", **shared}
        self.first = keras.layers.Dense(units, name="first", **dense)
        self.second = keras.layers.Dense(units, name="second", **dense)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, units)`."""
        return self.second(self.first(inputs))

    def get_config(self):
        """Return the arguments that create this object again."""
        return {**super().get_config(), "units": self.units}


@keras.saving.register_keras_serializable(package="guide")
class PairModel(keras.Model):
    """Two dense layers in a row, as a model."""

    def __init__(self, units, **kwargs):
        """Create the sublayers; the first call builds them."""
        super().__init__(**kwargs)
        self.units = units
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        dense = {"kernel_initializer": "ones", **shared}
        self.first = keras.layers.Dense(units, name="first", **dense)
        self.second = keras.layers.Dense(units, name="second", **dense)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, units)`."""
        return self.second(self.first(inputs))

    def get_config(self):
        """Return the arguments that create this object again."""
        return {**super().get_config(), "units": self.units}


# %% nest
@keras.saving.register_keras_serializable(package="guide")
class Whole(keras.Model):
    """A layer, a model and a last dense layer."""

    def __init__(self, **kwargs):
        """Create the parts; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.as_layer = PairLayer(2, name="as_layer", **shared)
        self.as_model = PairModel(2, name="as_model", **shared)
        self.last = keras.layers.Dense(1, name="last", **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.last(self.as_layer(inputs) + self.as_model(inputs))


ones = np.ones((1, 3), dtype="float32")
whole = Whole(name="whole")
whole(ones)
for part in (whole.as_layer, whole.as_model):
    print(part.name, keras.ops.convert_to_numpy(part(ones)), len(part.weights))

# %% expand
whole.summary(expand_nested=True)
