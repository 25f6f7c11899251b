"""The same layer in Keras 3, and one that keeps the mask."""

# %% use warns=UserWarning
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Double(keras.layers.Layer):
    """Double the inputs."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return 2.0 * inputs


embed = keras.layers.Embedding(4, 1, mask_zero=True)
embed.build()
embed.set_weights([np.arange(4.0).reshape(4, 1)])
mean = keras.layers.GlobalAveragePooling1D()

words = np.array([[1, 3, 0, 0]])
once, twice = mean(embed(words)), mean(Double()(embed(words)))
print("mean of the words:  ", ops.convert_to_numpy(once))
print("of the words, twice:", ops.convert_to_numpy(twice))


# %% cure
@keras.saving.register_keras_serializable(package="guide")
class Keep(Double):
    """Double the inputs, and pass their mask on."""

    def __init__(self, **kwargs):
        """Say that the mask of the inputs is that of the outputs."""
        super().__init__(**kwargs)
        self.supports_masking = True


twice = mean(Keep()(embed(words)))
print("of the words, twice:", ops.convert_to_numpy(twice))
