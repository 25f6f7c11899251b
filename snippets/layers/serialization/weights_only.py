"""Weights without a model: the model has to exist before they are loaded."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Net(keras.Model):
    """A dense layer in a model."""

    def __init__(self, **kwargs):
        """Create the layer, with ones to begin with."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dense = keras.layers.Dense(
            2, kernel_initializer="ones", name="dense", **shared
        )

    def call(self, inputs, training=None):
        """Map floats `(batch, features)` to floats `(batch, 2)`."""
        return self.dense(inputs)


# %% right
x = np.ones((1, 3), dtype="float32")
trained = Net()
trained(x)
trained.dense.kernel.assign([[5.0, 6.0]] * 3)
trained.save_weights("net.weights.h5")

net = Net()
net(x)
net.load_weights("net.weights.h5")
print(net.predict(x, verbose=0))

# %% silent warns=UserWarning
net = Net()
net.build((None, 3))
net.load_weights("net.weights.h5")
print(net.predict(x, verbose=0))

# %% unbuilt raises=ValueError
Net().load_weights("net.weights.h5")
