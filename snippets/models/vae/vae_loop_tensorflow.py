"""Train a variational autoencoder with a loop in TensorFlow."""
# backends: tensorflow

# %% pieces hidden
import keras
import numpy as np
import tensorflow as tf
from keras import ops
from sklearn.datasets import load_digits


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


@keras.saving.register_keras_serializable(package="guide")
class Encoder(keras.layers.Layer):
    """Map each image to a normal distribution over the latent space."""

    def __init__(self, latent_dim=2, **kwargs):
        """Create the layers; `build()` creates their weights."""
        super().__init__(**kwargs)
        self.latent_dim = latent_dim
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(128, activation="relu", **shared)
        self.mean = keras.layers.Dense(latent_dim, **shared)
        self.log_var = keras.layers.Dense(latent_dim, **shared)

    def build(self, input_shape):
        """Create the weights for images `(batch, pixels)`."""
        self.hidden.build(input_shape)
        features_shape = self.hidden.compute_output_shape(input_shape)
        self.mean.build(features_shape)
        self.log_var.build(features_shape)

    def call(self, images):
        """Map images `(batch, pixels)` to two floats `(batch, latent_dim)`."""
        features = self.hidden(images)
        return self.mean(features), self.log_var(features)

    def compute_output_shape(self, input_shape):
        """Return the shapes of the means and of the log variances."""
        shape = (*input_shape[:-1], self.latent_dim)
        return shape, shape

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "latent_dim": self.latent_dim}


@keras.saving.register_keras_serializable(package="guide")
class Decoder(keras.layers.Layer):
    """Map points of the latent space to images."""

    def __init__(self, pixels=64, **kwargs):
        """Create the layers; `build()` creates their weights."""
        super().__init__(**kwargs)
        self.pixels = pixels
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.hidden = keras.layers.Dense(128, activation="relu", **shared)
        self.image = keras.layers.Dense(pixels, activation="sigmoid", **shared)

    def build(self, input_shape):
        """Create the weights for points `(batch, latent_dim)`."""
        self.hidden.build(input_shape)
        self.image.build(self.hidden.compute_output_shape(input_shape))

    def call(self, points):
        """Map floats `(batch, latent_dim)` to images `(batch, pixels)`."""
        return self.image(self.hidden(points))

    def compute_output_shape(self, input_shape):
        """Return the shape of the images."""
        return (*input_shape[:-1], self.pixels)

    def get_config(self):
        """Return the arguments that create this layer again."""
        return {**super().get_config(), "pixels": self.pixels}


@keras.saving.register_keras_serializable(package="guide")
def reconstruction_loss(images, decoded):
    """Return the loss of each image, for pixels `(batch, 64)`."""
    errors = ops.square(ops.subtract(images, decoded))
    return ops.sum(errors, axis=-1) / (2.0 * 0.2**2)


def kl_divergence(mean, log_var):
    """Return the mean KL divergence from the standard normal."""
    mean, log_var = ops.cast(mean, "float32"), ops.cast(log_var, "float32")
    terms = ops.square(mean) + ops.exp(log_var) - log_var - 1.0
    return 0.5 * ops.mean(ops.sum(terms, axis=-1))


@keras.saving.register_keras_serializable(package="guide")
class VAE(keras.Model):
    """A variational autoencoder for images of 64 pixels."""

    def __init__(self, latent_dim=2, **kwargs):
        """Create the three parts; the first call builds them."""
        super().__init__(**kwargs)
        self.latent_dim = latent_dim
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.encoder = Encoder(latent_dim, **shared)
        self.sampling = Sampling(seed=1, **shared)
        self.decoder = Decoder(**shared)

    def call(self, images, training=None):
        """Map pixels `(batch, 64)` to their reconstruction."""
        mean, log_var = self.encoder(images)
        self.add_loss(kl_divergence(mean, log_var))
        return self.decoder(self.sampling(mean, log_var, training=training))

    def get_config(self):
        """Return the arguments that create this model again."""
        return {**super().get_config(), "latent_dim": self.latent_dim}


# %% step
x = load_digits().data.astype("float32") / 16.0
x_train, x_test = x[:1408], x[1408:1792]
keras.utils.set_random_seed(1)
vae = VAE()
vae(x_train[:1])  # creates the weights
optimizer = keras.optimizers.Adam(learning_rate=0.003)


@tf.function
def train_step(images):
    """Update the model once, for images `(batch, 64)`."""
    with tf.GradientTape() as tape:
        decoded = vae(images, training=True)
        reconstruction = ops.mean(reconstruction_loss(images, decoded))
        kl = sum(vae.losses)
        loss = reconstruction + kl
    gradients = tape.gradient(loss, vae.trainable_variables)
    optimizer.apply(gradients, vae.trainable_variables)
    return reconstruction, kl


# %% loop
rng = np.random.default_rng(1)
for epoch in range(1, 31):
    losses = []
    for rows in rng.permutation(len(x_train)).reshape(-1, 64):
        losses.append(train_step(x_train[rows]))
    if epoch in (1, 10, 20, 30):
        mean = np.mean(losses, axis=0)
        print(f"epoch {epoch}: reconstruction {mean[0]:.1f}, KL {mean[1]:.1f}")

# %% test
decoded = ops.convert_to_numpy(vae(x_test))
wrong, spread = x_test - decoded, x_test - x_train.mean(axis=0)
print(f"squared error, decoded:    {(wrong**2).sum(axis=1).mean():.1f}")
print(f"squared error, mean image: {(spread**2).sum(axis=1).mean():.1f}")
