"""A loss that needs the inputs: override compute_loss(), on any backend."""

# %% define
import keras
from sklearn.datasets import load_digits

pixels = load_digits().data.astype("float32") / 16.0


@keras.saving.register_keras_serializable(package="guide")
class Autoencoder(keras.Model):
    """Press an image into 16 numbers, and draw it again from these."""

    def __init__(self, **kwargs):
        """Create the layers; the first call builds them."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.encoder = keras.layers.Dense(
            16, activation="tanh", kernel_regularizer="l2", **shared
        )
        self.decoder = keras.layers.Dense(64, activation="sigmoid", **shared)

    def call(self, inputs, training=None):
        """Map pixels `(batch, 64)` to pixels drawn again, `(batch, 64)`."""
        return self.decoder(self.encoder(inputs))

    def compute_loss(
        self, x=None, y=None, y_pred=None, sample_weight=None, training=True
    ):
        """Return the usual loss, with the inputs in place of labels."""
        return super().compute_loss(x, x, y_pred, sample_weight, training)


# %% fit
keras.utils.set_random_seed(0)
model = Autoencoder()
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="mse")
untrained = model.evaluate(pixels, verbose=0)
history = model.fit(pixels, batch_size=128, epochs=4, verbose=0).history
trained = model.evaluate(pixels, verbose=0)
print("in the history:", list(history))
print(f"evaluate(): {untrained:.2f} before, {trained:.2f} after")
