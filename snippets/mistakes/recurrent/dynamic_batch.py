"""A mistake: a stateful layer, and a last batch of another size."""

# backends: tensorflow
# %% fit raises=ValueError
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Forecast(keras.Model):
    """Read a sequence that goes on from batch to batch."""

    def __init__(self, **kwargs):
        """Create the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.lstm = keras.layers.LSTM(4, stateful=True, **shared)
        self.dense = keras.layers.Dense(1, **shared)

    def build(self, input_shape):
        """Create the weights, and the state for `input_shape[0]` rows."""
        self.lstm.build(input_shape)
        self.dense.build((input_shape[0], 4))

    def call(self, inputs, training=None):
        """Map floats `(batch, steps, 2)` to floats `(batch, 1)`."""
        return self.dense(self.lstm(inputs, training=training))


model = Forecast()
model.compile("sgd", "mse")
x, y = np.ones((10, 3, 2)), np.ones((10, 1))
model.fit(x, y, batch_size=4, shuffle=False, verbose=0)
