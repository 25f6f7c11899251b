"""A penalty that grows from epoch to epoch: a weight, and a callback."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Annealed(keras.Model):
    """A dense layer; a penalty on its outputs has a strength of its own."""

    def __init__(self, **kwargs):
        """Create the layer, and the strength as state of the model."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, kernel_initializer="ones", **shared)
        self.strength = self.add_weight(
            initializer="zeros",
            trainable=False,
            autocast=False,
            name="strength",
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(inputs)

    def compute_loss(
        self, x=None, y=None, y_pred=None, sample_weight=None, training=True
    ):
        """Return the usual loss, plus the penalty."""
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        penalty = ops.mean(ops.square(ops.cast(y_pred, "float32")))
        return loss + ops.convert_to_tensor(self.strength) * penalty


class Anneal(keras.callbacks.Callback):
    """Raise the strength before each epoch."""

    def on_epoch_begin(self, epoch, logs=None):
        """Set the strength for the epoch to come."""
        self.model.strength.assign(0.5 * epoch)


# %% fit
x, y = np.ones((4, 2)), np.full((4, 1), 2.0)
model = Annealed()
model.compile(keras.optimizers.SGD(0.0), loss="mse")
history = model.fit(x, y, epochs=3, callbacks=[Anneal()], verbose=0).history
print("loss:", history["loss"])
