"""The reconstruction loss of a variational autoencoder, in numbers."""

# %% reconstruction
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
def reconstruction_loss(images, decoded):
    """Return the loss of each image, for pixels `(batch, 64)`."""
    errors = ops.square(ops.subtract(images, decoded))
    return ops.sum(errors, axis=-1) / (2.0 * 0.2**2)


images, decoded = ops.full((1, 64), 0.5), ops.full((1, 64), 0.7)
result = reconstruction_loss(images, decoded)[0]
print(f"sum over pixels, noise of 0.2: {float(result):.2f}")
mse = keras.losses.mean_squared_error(images, decoded)
print(f"mean over pixels:              {float(mse[0]):.2f}")
