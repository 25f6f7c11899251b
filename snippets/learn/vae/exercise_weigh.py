"""Exercise: a weight for the KL penalty."""

# %% start
import keras
import numpy as np
from keras import ops


def kl_penalty(mean, log_var):
    """Return the average penalty of clouds `(batch, 2)`, a number."""
    mean, log_var = ops.cast(mean, "float32"), ops.cast(log_var, "float32")
    terms = ops.square(mean) + ops.exp(log_var) - 1.0 - log_var
    return ops.mean(ops.sum(0.5 * terms, axis=-1))


@keras.saving.register_keras_serializable(package="guide")
class Sampling(keras.layers.Layer):
    """Penalize each cloud, and draw one point from it."""

    def __init__(self, kl_weight=1.0, **kwargs):
        super().__init__(**kwargs)
        self.kl_weight = kl_weight
        self.seed_generator = keras.random.SeedGenerator()

    def call(self, clouds, training=None):
        """Map clouds `(batch, 4)` to points `(batch, 2)`."""
        mean, log_var = ops.split(clouds, 2, axis=-1)
        log_var = ops.clip(log_var, -10.0, 10.0)
        self.add_loss(kl_penalty(mean, log_var))
        if not training:
            return mean
        noise = keras.random.normal(
            ops.shape(mean), dtype=mean.dtype, seed=self.seed_generator
        )
        return mean + ops.exp(0.5 * log_var) * noise

    def get_config(self):
        """Return the arguments that make this layer again."""
        return {**super().get_config(), "kl_weight": self.kl_weight}


# %% check raises=AssertionError
clouds = np.array([[2.0, 0.0, 0.0, 0.0]])
for kl_weight in (1.0, 0.1, 4.0):
    sampling = Sampling(kl_weight=kl_weight)
    sampling(clouds)
    penalty = float(sum(sampling.losses))
    wanted = 2.0 * kl_weight
    message = f"kl_weight {kl_weight}: penalty {penalty:.1f}, not {wanted:.1f}"
    assert np.isclose(penalty, wanted), message
    print(f"kl_weight {kl_weight}: penalty {penalty:.1f}")
