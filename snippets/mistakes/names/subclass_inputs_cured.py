"""The cure: the layers of the model are called on a placeholder."""

# %% use
import keras


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """A convolution and a mean over its maps."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.conv = keras.layers.Conv1D(2, 3, **shared)
        self.pool = keras.layers.GlobalAveragePooling1D(**shared)

    def call(self, inputs):
        """Map floats `(batch, steps, features)` to floats `(batch, 2)`."""
        return self.pool(self.conv(inputs))


model = Net()
x = keras.ops.ones((1, 5, 3))
model(x)
inputs = keras.Input((5, 3))
maps = model.conv(inputs)
both = keras.Model(inputs, [maps, model.pool(maps)])
print([tuple(each.shape) for each in both(x)])
