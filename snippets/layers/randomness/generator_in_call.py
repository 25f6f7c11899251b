"""A mistake: a seed generator created in call()."""

# %% define
import keras
from keras import ops


# Wrong on purpose: the generator comes after the lock, and the layer raises.
@keras.saving.register_keras_serializable(package="guide")
class Noise(keras.layers.Layer):
    """Add noise, from a generator that is made too late."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        self.seed_generator = keras.random.SeedGenerator(7)
        noise = keras.random.normal(ops.shape(inputs), seed=self.seed_generator)
        return inputs + noise


# %% use raises=ValueError
Noise()(ops.ones((2, 3)))
