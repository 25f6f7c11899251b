"""The cure: count in a weight."""
# backends: tensorflow jax

# %% use
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Counting(keras.layers.Layer):
    """Count the batches that it has seen, and change nothing."""

    def __init__(self, **kwargs):
        """Begin at zero."""
        super().__init__(**kwargs)
        self.batches = self.add_weight(
            shape=(),
            initializer="zeros",
            dtype="int32",
            trainable=False,
            name="batches",
        )

    def call(self, inputs):
        """Return the inputs, floats of any shape."""
        self.batches.assign_add(1)
        return inputs


layer = Counting()
model = keras.Sequential([layer, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(np.ones((32, 2)), np.ones((32, 1)), batch_size=2, verbose=0)
print("batches counted:", int(layer.batches.numpy()))
assert layer.batches.numpy() == 16
