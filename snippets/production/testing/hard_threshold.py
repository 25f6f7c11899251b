"""A weight that no gradient reaches, and the test that finds it."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Gate(keras.layers.Layer):
    """Let large inputs through, and learn from where on and how loud.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras layer.
    """

    def __init__(self, **kwargs):
        """Create both weights."""
        super().__init__(**kwargs)
        self.gain = self.add_weight(initializer="ones", name="gain")
        self.threshold = self.add_weight(initializer="zeros", name="threshold")

    def call(self, inputs):
        """Map floats of any shape to the same shape."""
        is_open = (ops.sign(inputs - self.threshold) + 1.0) / 2.0
        return inputs * is_open * self.gain


# %% test raises=AssertionError
def test_every_weight_learns():
    """One step of training moves all trainable weights."""
    model = keras.Sequential([keras.Input((4,)), Gate()])
    # PyTorch changes weights in place, so keep copies.
    before = [weight.numpy().copy() for weight in model.trainable_weights]
    model.compile(keras.optimizers.SGD(1.0), "mse")
    model.train_on_batch(np.array([[-2.0, -1.0, 1.0, 2.0]]), np.zeros((1, 4)))
    for old, weight in zip(before, model.trainable_weights, strict=True):
        moved = np.abs(weight.numpy() - old).max()
        assert moved > 1e-6, f"{weight.path} did not move"
        print("passed:", weight.path)


test_every_weight_learns()
