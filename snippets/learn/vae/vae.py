"""A variational autoencoder that draws handwritten digits."""

# %% penalty
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops
from sklearn.datasets import load_digits


def kl_penalty(mean, log_var):
    """Return the average penalty of clouds `(batch, 2)`, a number."""
    mean, log_var = ops.cast(mean, "float32"), ops.cast(log_var, "float32")
    terms = ops.square(mean) + ops.exp(log_var) - 1.0 - log_var
    return ops.mean(ops.sum(0.5 * terms, axis=-1))


for mean, spread in ((0.0, 1.0), (3.0, 1.0), (0.0, 0.1), (0.0, 3.0)):
    log_var = 2.0 * np.log(spread)
    penalty = kl_penalty(np.full((1, 2), mean), np.full((1, 2), log_var))
    print(f"mean {mean}, spread {spread}: penalty {float(penalty):.1f}")


# %% sampling
@keras.saving.register_keras_serializable(package="guide")
class Sampling(keras.layers.Layer):
    """Penalize each cloud, and draw one point from it."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
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


# %% draw
keras.utils.set_random_seed(1)
sampling = Sampling()
clouds = np.tile([3.0, 0.0, 0.0, -1.4], (10_000, 1))
for training in (False, True):
    points = ops.convert_to_numpy(sampling(clouds, training=training))
    print(points.mean(axis=0).round(1), "±", points.std(axis=0).round(1))


# %% model
@keras.saving.register_keras_serializable(package="guide")
class VAE(keras.Model):
    """Squeeze images of 64 pixels into clouds, and draw them again."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        hidden = keras.layers.Dense(128, activation="relu", **shared)
        clouds = keras.layers.Dense(4, **shared)
        self.encoder = keras.Sequential([keras.Input((64,)), hidden, clouds])
        self.sampling = Sampling(**shared)
        hidden = keras.layers.Dense(128, activation="relu", **shared)
        image = keras.layers.Dense(64, activation="sigmoid", **shared)
        self.decoder = keras.Sequential([keras.Input((2,)), hidden, image])

    def call(self, images, training=None):
        """Map pixels `(batch, 64)` to the same shape."""
        points = self.sampling(self.encoder(images), training=training)
        return self.decoder(points)


# %% train
@keras.saving.register_keras_serializable(package="guide")
def pixel_loss(images, drawn):
    """Return the squared errors of each image, added up and scaled."""
    return ops.sum(ops.square(ops.subtract(images, drawn)), axis=-1) / 0.08


images = load_digits().data.astype("float32") / 16.0
vae = VAE()
vae.compile(keras.optimizers.Adam(0.01), loss=pixel_loss, metrics=[pixel_loss])
history = vae.fit(images, images, batch_size=128, epochs=30, verbose=0).history
for epoch in (1, 5, 30):
    loss, error = history["loss"][epoch - 1], history["pixel_loss"][epoch - 1]
    print(f"epoch {epoch}: pixels {error:.0f}, penalty {loss - error:.0f}")

# %% plane
numbers = np.linspace(-2.0, 2.0, 12)
points = np.array([(x, y) for y in numbers[::-1] for x in numbers])
drawn = vae.decoder.predict(points, verbose=0).reshape(12, 12, 8, 8)
framed = np.pad(drawn, ((0, 0), (0, 0), (1, 1), (1, 1)))
picture = framed.transpose(0, 2, 1, 3).reshape(120, 120)
figure, axes = plt.subplots(figsize=(4.5, 4.5), layout="constrained")
axes.imshow(picture, cmap="gray_r", extent=(-2.2, 2.2, -2.2, 2.2))
axes.set(xlabel="first number", ylabel="second number")
plt.show()

# %% save
vae.save("vae.keras")
again = keras.models.load_model("vae.keras")
difference = again.predict(images, verbose=0) - vae.predict(images, verbose=0)
print("largest difference:", np.abs(difference).max())
