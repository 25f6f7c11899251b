"""Exercise: a model that may halve its images."""

# %% start
import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="guide")
class Features(keras.Model):
    """A residual block, for images of 4 channels."""

    def __init__(self, downsample=False, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        self.downsample = downsample
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        conv = {"padding": "same", **shared}
        self.conv = layers.Conv2D(4, 3, **conv)

    def call(self, images, training=None):
        """Map `(batch, height, width, 4)` to the same shape."""
        return images + ops.relu(self.conv(images))


# %% check raises=AssertionError
for downsample, size in ((False, 8), (True, 4)):
    model = Features(downsample)
    again = Features.from_config(model.get_config())
    shape = tuple(again(ops.ones((1, 8, 8, 4))).shape)
    assert shape == (1, size, size, 4), f"{downsample=}: {shape}"
    print(shape, again.count_params())
