"""A layer that draws from normal distributions."""

# %% define
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Sampling(keras.layers.Layer):
    """Draw from normal distributions; outside training, take their means."""

    def __init__(self, seed=None, **kwargs):
        """Create the state that the random numbers come from."""
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, mean, log_var, training=None):
        """Map two floats `(batch, dim)` to floats of the same shape."""
        if not training:
            return mean
        noise = keras.random.normal(
            ops.shape(mean), dtype=self.compute_dtype, seed=self.seed_generator
        )
        return mean + ops.exp(0.5 * log_var) * noise

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "seed": self.seed}


# %% use
sampling = Sampling(seed=1)
mean = ops.full((10_000, 2), 3.0)
log_var = ops.full((10_000, 2), -1.4)
for training in (False, True):
    points = sampling(mean, log_var, training=training)
    points = ops.convert_to_numpy(points)
    center, width = points.mean(axis=0), points.std(axis=0)
    print(f"training={training}: mean {center.round(1)}, std {width.round(1)}")
