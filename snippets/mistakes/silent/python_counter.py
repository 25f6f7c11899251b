"""A mistake: a Python number as a counter in call()."""
# backends: tensorflow jax

# %% fit
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Line(keras.Model):
    """A dense layer that counts the training steps."""

    def __init__(self, **kwargs):
        """Create the layer and the counter."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(1, **shared)
        self.steps = 0

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        if training:
            self.steps += 1
        return self.dense(inputs)


model = Line()
model.compile(optimizer="sgd", loss="mse")
x, y = np.ones((64, 1)), np.ones((64, 1))
model.fit(x, y, batch_size=4, epochs=2, verbose=0)
steps = model.steps
print("steps:", steps)
assert steps < 32  # wrong: two epochs of 16 batches are 32 steps
