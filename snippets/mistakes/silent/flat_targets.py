"""A mistake: a loss subtracts targets and predictions of another rank."""

# %% fit
import keras
import numpy as np
from keras import ops


def squared(y_true, y_pred):
    """Map floats `(batch, outputs)` to losses `(batch,)`."""
    return ops.mean(ops.square(y_true - y_pred), axis=-1)


# Wrong: targets `(batch,)` meet predictions `(batch, 1)`.
@keras.saving.register_keras_serializable(package="guide")
class Squared(keras.losses.Loss):
    """The squared error."""

    def call(self, y_true, y_pred):
        """Map floats `(batch, outputs)` to losses `(batch,)`."""
        return squared(y_true, y_pred)


x = np.array([1.0, 2.0, 3.0])
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((1,)), dense])
print("predictions:", model.predict(x.reshape(-1, 1), verbose=0).ravel())
losses = []
for loss in (squared, Squared()):
    model.compile(optimizer="sgd", loss=loss)
    losses.append(round(model.evaluate(x.reshape(-1, 1), x, verbose=0), 2))
print("function and class:", losses)
assert losses == [0.0, 1.33]  # wrong: each prediction is right
