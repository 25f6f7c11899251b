"""A model whose call() does not know about training, in Keras 2."""
# backends: keras2

# %% use
import numpy as np
import tf_keras


class Norm(tf_keras.Model):
    """Normalise the inputs, and weigh them."""

    def __init__(self):
        """Create the layers."""
        super().__init__()
        self.norm = tf_keras.layers.BatchNormalization(momentum=0.5)
        self.dense = tf_keras.layers.Dense(1, kernel_initializer="zeros")

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return self.dense(self.norm(inputs))


x, y = np.full((8, 2), 4.0), np.zeros((8, 1))
model = Norm()
model.compile(optimizer="sgd", loss="mse")
model.fit(x, y, epochs=2, verbose=0)
print("moving mean:", model.norm.moving_mean.numpy())
