"""A layer that draws from normal distributions, and lets gradients pass."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Sampling(keras.layers.Layer):
    """Draw from the normal distribution while training; else its mean.

    Args:
        seed: An integer, or None for a seed that Keras draws.
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, seed=None, **kwargs):
        """Create the generator here: it holds state."""
        super().__init__(**kwargs)
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, mean, log_var, training=None):
        """Map means and log variances `(batch, size)` to the same shape."""
        if not training:
            return mean
        noise = keras.random.normal(
            ops.shape(mean), dtype=self.compute_dtype, seed=self.seed_generator
        )
        return mean + ops.exp(0.5 * log_var) * noise

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "seed": self.seed}


# %% draw
sampling = Sampling(seed=7)
mean = np.tile([[1.0, -1.0]], (10_000, 1))
log_var = np.log(np.tile([[4.0, 0.25]], (10_000, 1)))

print(ops.convert_to_numpy(sampling(mean, log_var))[0])
draws = ops.convert_to_numpy(sampling(mean, log_var, training=True))
print("mean", draws.mean(axis=0).round(1), "std", draws.std(axis=0).round(1))

# %% learn
inputs = keras.Input((1,))
to_mean = keras.layers.Dense(1, kernel_initializer="zeros")
to_log_var = keras.layers.Dense(1, kernel_initializer="zeros")
outputs = Sampling(seed=7)(to_mean(inputs), to_log_var(inputs))
model = keras.Model(inputs, outputs)

model.compile(optimizer=keras.optimizers.SGD(0.5), loss="mse")
x, y = np.zeros((4096, 1)), np.full((4096, 1), 3.0)
model.fit(x, y, batch_size=256, epochs=3, verbose=0)
std = np.exp(0.5 * to_log_var.bias.numpy())
print("mean", to_mean.bias.numpy().round(1), "std", std.round(1))
