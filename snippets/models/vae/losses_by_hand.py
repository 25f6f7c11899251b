"""The two losses of a variational autoencoder, in numbers."""

# %% divergence
import keras
from keras import ops


def kl_divergence(mean, log_var):
    """Return the mean distance from the standard normal distribution."""
    mean, log_var = ops.cast(mean, "float32"), ops.cast(log_var, "float32")
    terms = ops.square(mean) + ops.exp(log_var) - log_var - 1.0
    return 0.5 * ops.mean(ops.sum(terms, axis=-1))


for mean, log_var in ((0.0, 0.0), (2.0, 0.0), (0.0, -4.0)):
    result = kl_divergence(ops.full((1, 2), mean), ops.full((1, 2), log_var))
    print(f"mean {mean}, log_var {log_var}: {float(result):.2f}")


# %% reconstruction
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
