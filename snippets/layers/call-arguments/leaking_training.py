"""A mistake: training given to one child stays for the next one."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Head(keras.layers.Layer):
    """Normalize with frozen statistics, then drop nearly all units."""

    def __init__(self, **kwargs):
        """Create both layers."""
        super().__init__(**kwargs)
        # A child does not ask its parent for these.
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.norm = keras.layers.BatchNormalization(**shared)
        self.dropout = keras.layers.Dropout(0.99, seed=1, **shared)

    def build(self, input_shape):
        """Build the children for inputs `(batch, features)`."""
        for child in (self.norm, self.dropout):
            child.build(input_shape)

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats of the same shape."""
        hidden = self.norm(inputs, training=False)
        return self.dropout(hidden)

    def compute_output_shape(self, input_shape):
        """Return the shape of the output for that of the input."""
        return input_shape


# %% use
x = ops.ones((2, 3))
outputs = Head()(x, training=True)
print(ops.convert_to_numpy(outputs).round(2))


# %% cure
@keras.saving.register_keras_serializable(package="guide")
class CarefulHead(Head):
    """The same layers, each told what it needs to know."""

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats of the same shape."""
        hidden = self.norm(inputs, training=False)
        return self.dropout(hidden, training=training)


outputs = CarefulHead()(x, training=True)
print(ops.convert_to_numpy(outputs).round(2))
