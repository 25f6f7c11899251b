"""Solution: a weight for the KL divergence."""

# %% solve
import keras
import numpy as np
from keras import ops


def kl_divergence(mean, log_var):
    """Return the mean KL divergence from the standard normal."""
    mean, log_var = ops.cast(mean, "float32"), ops.cast(log_var, "float32")
    terms = ops.square(mean) + ops.exp(log_var) - log_var - 1.0
    return 0.5 * ops.mean(ops.sum(terms, axis=-1))


@keras.saving.register_keras_serializable(package="guide")
class VAE(keras.Model):
    """A variational autoencoder of three dense layers, for 64 pixels."""

    def __init__(self, kl_weight=1.0, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        self.kl_weight = kl_weight
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.mean = keras.layers.Dense(2, kernel_initializer="ones", **shared)
        self.log_var = keras.layers.Dense(
            2, kernel_initializer="zeros", **shared
        )
        self.decoder = keras.layers.Dense(64, **shared)
        self.seed_generator = keras.random.SeedGenerator(1)

    def call(self, images, training=None):
        """Map pixels `(batch, 64)` to the same shape."""
        mean, log_var = self.mean(images), self.log_var(images)
        self.add_loss(self.kl_weight * kl_divergence(mean, log_var))
        if training:
            noise = keras.random.normal(
                ops.shape(mean), dtype=mean.dtype, seed=self.seed_generator
            )
            mean = mean + ops.exp(0.5 * log_var) * noise
        return self.decoder(mean)

    def get_config(self):
        """Return the arguments that create this model again."""
        return {**super().get_config(), "kl_weight": self.kl_weight}


# %% check
images = np.full((4, 64), 1 / 64, dtype="float32")
for weight in (1.0, 0.1, 10.0):
    vae = VAE(kl_weight=weight)
    again = VAE.from_config(vae.get_config())
    for way, model in {"made": vae, "made again": again}.items():
        model(images)
        added = float(ops.convert_to_numpy(sum(model.losses)))
        assert np.isclose(added, weight), f"{way} with {weight}: {added}"
    print(f"kl_weight {weight}: added {added:.1f}")
