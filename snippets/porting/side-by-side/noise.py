"""A layer that adds noise, in Keras 3."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Noise(keras.layers.Layer):
    """Add noise while training."""

    def __init__(self, seed=None, **kwargs):
        """Create the generator: it holds the state of the draws."""
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        """Map floats of any shape to floats of the same shape."""
        if not training:
            return inputs
        noise = keras.random.normal(
            ops.shape(inputs), dtype=inputs.dtype, seed=self.seed_generator
        )
        return inputs + noise

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "seed": self.seed}


noise = Noise(seed=0)
x = ops.zeros((1000, 10))
draws = [ops.convert_to_numpy(noise(x, training=True)) for _ in range(2)]
print("spread:", [round(float(np.std(draw)), 1) for draw in draws])
print("drawn twice the same:", np.array_equal(*draws))
print("at inference:", float(np.std(ops.convert_to_numpy(noise(x)))))
