"""A layer that says nothing about masks, and its cure, in Keras 2."""
# backends: keras2

# %% use
import numpy as np
import tf_keras


class Double(tf_keras.layers.Layer):
    """Double the inputs."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        return 2.0 * inputs


embed = tf_keras.layers.Embedding(4, 1, mask_zero=True)
embed.build(None)
embed.set_weights([np.arange(4.0).reshape(4, 1)])
mean = tf_keras.layers.GlobalAveragePooling1D()

words = np.array([[1, 3, 0, 0]])
print("mean of the words:  ", mean(embed(words)).numpy())
print("of the words, twice:", mean(Double()(embed(words))).numpy())


# %% cure
class Keep(Double):
    """Double the inputs, and pass their mask on."""

    def __init__(self):
        """Say that the mask of the inputs is that of the outputs."""
        super().__init__()
        self.supports_masking = True


print("of the words, twice:", mean(Keep()(embed(words))).numpy())
