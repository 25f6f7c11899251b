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
        policy = {"dtype": self.dtype_policy}
        self.encoder = keras.layers.Dense(
            16, activation="tanh", kernel_regularizer="l2", **policy
        )
        self.decoder = keras.layers.Dense(64, activation="sigmoid", **policy)

    def call(self, inputs, training=None):
        """Map pixels `(batch, 64)` to pixels drawn again, `(batch, 64)`."""
        return self.decoder(self.encoder(inputs))

    def compute_loss(
        self, x=None, y=None, y_pred=None, sample_weight=None, training=True
    ):
        """Return the mean error of the drawing, plus what layers charge."""
        error = keras.losses.MeanSquaredError()(x, y_pred, sample_weight)
        return error + sum(self.losses)


# %% fit
keras.utils.set_random_seed(0)
model = Autoencoder()
model.compile(optimizer=keras.optimizers.Adam(0.01))
untrained = model.evaluate(pixels, verbose=0)
history = model.fit(pixels, batch_size=128, epochs=4, verbose=0).history
trained = model.evaluate(pixels, verbose=0)
print("in the history:", list(history))
print("evaluate() went below a third:", trained < untrained / 3)
