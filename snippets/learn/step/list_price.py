"""A loss that needs the inputs: no prediction above the list price."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class PriceModel(keras.Model):
    """Predict what is paid; more than the list price is penalized."""

    def __init__(self, penalty=4.0, **kwargs):
        """Create the layer; the first call builds it."""
        super().__init__(**kwargs)
        self.penalty = penalty
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(
            1, use_bias=False, kernel_initializer="zeros", **shared
        )

    def call(self, inputs):
        """Map list prices `(batch, 1)` to prices `(batch, 1)`."""
        return self.dense(inputs)

    def compute_loss(
        self, x=None, y=None, y_pred=None, sample_weight=None, training=True
    ):
        """Return the usual loss plus the penalty."""
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        above = ops.relu(ops.cast(y_pred, "float32") - ops.cast(x, "float32"))
        return loss + self.penalty * ops.mean(ops.square(above))

    def get_config(self):
        """Return the arguments that create this model again."""
        return {**super().get_config(), "penalty": self.penalty}


# %% train
listed = np.tile([[1.0], [2.0], [3.0], [4.0]], (2, 1)).astype("float32")
paid = listed * np.repeat([[0.9], [1.3]], 4, axis=0)
for penalty in (0.0, 4.0):
    model = PriceModel(penalty)
    model.compile(optimizer=keras.optimizers.SGD(0.02), loss="mse")
    history = model.fit(
        listed, paid, validation_data=(listed, paid), epochs=20, verbose=0
    ).history
    price = model.predict(np.array([[1.0]]), verbose=0).item()
    print(f"penalty {penalty}: {price:.2f} for a list price of 1.00")
print("in the history:", list(history))
