"""The three parts of a variational autoencoder."""

# %% encoder
import keras
from keras import ops
from sklearn.datasets import load_digits


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


# %% sampling
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


# %% decoder
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


# %% shapes
images = load_digits().data[:5].astype("float32") / 16.0
encoder, sampling, decoder = Encoder(), Sampling(seed=1), Decoder()
mean, log_var = encoder(images)
points = sampling(mean, log_var)
decoded = decoder(points)
print("images: ", images.shape)
print("mean:   ", tuple(mean.shape))
print("log_var:", tuple(log_var.shape))
print("points: ", tuple(points.shape))
print("decoded:", tuple(decoded.shape))
print("between 0 and 1:", bool(ops.all((decoded > 0.0) & (decoded < 1.0))))
