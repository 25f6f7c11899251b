"""A model whose dropout stays off in fit(), and the test that finds it."""

# %% define
import keras
import numpy as np


@keras.saving.register_keras_serializable(package="guide")
class Regressor(keras.Model):
    """A dense layer behind a dropout.

    Args:
        **kwargs: `name`, `dtype`, `trainable`, for every Keras model.
    """

    def __init__(self, **kwargs):
        """Make the layers."""
        super().__init__(**kwargs)
        shared = {"dtype": self.dtype_policy, "trainable": self.trainable}
        self.dropout = keras.layers.Dropout(0.5, **shared)
        self.dense = keras.layers.Dense(1, **shared)

    def call(self, inputs):
        """Map floats `(batch, features)` to `(batch, 1)`."""
        return self.dense(self.dropout(inputs))


# %% test raises=AssertionError
INPUTS = np.random.default_rng(0).normal(size=(8, 20)).astype("float32")


def test_call_switches_dropout_on():
    """Two calls in training differ."""
    model = Regressor()
    one, other = (model(INPUTS, training=True) for _ in range(2))
    assert not np.allclose(*map(keras.ops.convert_to_numpy, (one, other)))


def test_fit_switches_dropout_on():
    """The same batch costs another loss in training."""
    model = Regressor()
    model.compile(keras.optimizers.SGD(0.0), "mse")  # nothing moves
    trained, tested = (
        step(INPUTS, np.ones((8, 1)))
        for step in (model.train_on_batch, model.test_on_batch)
    )
    assert not np.isclose(trained, tested), "dropout is off in fit()"


for test in (test_call_switches_dropout_on, test_fit_switches_dropout_on):
    test()
    print("passed:", test.__name__)
