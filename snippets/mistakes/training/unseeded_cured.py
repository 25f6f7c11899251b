"""A cure: the layer owns a generator."""

# %% use
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Noise(keras.layers.Layer):
    """Add noise.

    Args:
        seed: An integer for the same noise in each run, or None.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, seed=None, **kwargs):
        """Create the generator once."""
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        noise = keras.random.normal(
            ops.shape(inputs), dtype=inputs.dtype, seed=self.seed_generator
        )
        return inputs + noise

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "seed": self.seed}


model = keras.Sequential([Noise(seed=7), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
history = model.fit(np.ones((4, 3)), np.ones((4, 1)), verbose=0).history
print("trained:", np.isfinite(history["loss"]).all())
