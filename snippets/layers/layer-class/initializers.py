"""Four ways to say which numbers a weight starts with."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Offset(keras.layers.Layer):
    """Add one learned number to each feature.

    Args:
        features: Size of the last axis of the input.
        initializer: How the numbers start: a name, an object or a function.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, features, initializer="zeros", **kwargs):
        """Create the numbers."""
        super().__init__(**kwargs)
        self.features = features
        self.initializer = keras.initializers.get(initializer)
        self.offset = self.add_weight(
            shape=(features,), initializer=self.initializer, name="offset"
        )

    def call(self, inputs):
        """Map floats `(..., features)` to floats of the same shape."""
        return inputs + self.offset

    def get_config(self):
        """Return the arguments that create this layer again."""
        initializer = keras.initializers.serialize(self.initializer)
        config = {"features": self.features, "initializer": initializer}
        return {**super().get_config(), **config}


# %% known
by_name = Offset(4, "ones")
by_object = Offset(4, keras.initializers.Constant(0.5))
print("name:    ", ops.convert_to_numpy(by_name(ops.zeros((1, 4)))))
print("object:  ", ops.convert_to_numpy(by_object(ops.zeros((1, 4)))))


# %% own
@keras.saving.register_keras_serializable(package="guide")
def count_up(shape, dtype=None):
    """Return 0, 1, 2, … along the last axis."""
    return ops.broadcast_to(ops.arange(shape[-1], dtype=dtype), shape)


@keras.saving.register_keras_serializable(package="guide")
class CountDown(keras.initializers.Initializer):
    """Start with `first` and go down by one along the last axis."""

    def __init__(self, first):
        """Keep the first number."""
        self.first = first

    def __call__(self, shape, dtype=None):
        """Return the numbers, floats of the shape and dtype asked for."""
        return ops.cast(self.first, dtype) - count_up(shape, dtype)

    def get_config(self):
        """Return the arguments that create this initializer again."""
        return {"first": self.first}


print("function:", Offset(4, count_up).offset.numpy())
print("class:   ", Offset(4, CountDown(10)).offset.numpy())

# %% again
config = Offset(4, CountDown(10)).get_config()
print(config["initializer"]["class_name"], config["initializer"]["config"])
print("again:   ", Offset.from_config(config).offset.numpy())
