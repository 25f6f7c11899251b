"""A loss after loading: what get_config() leaves out has its default."""

# %% define
import keras
import numpy as np
from keras import ops


# Wrong: get_config() does not mention the factor.
@keras.saving.register_keras_serializable(package="guide")
class Forgets(keras.losses.Loss):
    """The absolute error, times a factor."""

    def __init__(self, factor=1.0, **kwargs):
        """Remember the factor."""
        super().__init__(**kwargs)
        self.factor = factor

    def call(self, y_true, y_pred):
        """Map floats `(batch, outputs)` to losses `(batch,)`."""
        errors = ops.reshape(y_true, ops.shape(y_pred)) - y_pred
        return self.factor * ops.mean(ops.abs(errors), axis=-1)


@keras.saving.register_keras_serializable(package="guide")
class Keeps(Forgets):
    """The same loss, with its factor in the configuration."""

    def get_config(self):
        """Return the arguments that create this loss again."""
        return {**super().get_config(), "factor": self.factor}


# %% load
x, y = np.ones((4, 1)), np.zeros((4, 1))
for kind in (Forgets, Keeps):
    dense = keras.layers.Dense(1, kernel_initializer="ones")
    model = keras.Sequential([keras.Input((1,)), dense])
    model.compile("sgd", loss=kind(factor=5.0))
    before = model.evaluate(x, y, verbose=0)
    model.save("net.keras")
    after = keras.saving.load_model("net.keras").evaluate(x, y, verbose=0)
    print(f"{kind.__name__}: {before} before, {after} after loading")
