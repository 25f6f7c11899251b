"""A mistake: a loss gets the model's inputs as a placeholder."""
# backends: tensorflow

# %% use raises=ValueError
import keras
import numpy as np
from keras import ops


def weighted_by(inputs):
    """Return a loss that weighs each row by its first feature."""

    def loss(y_true, y_pred):
        return ops.mean(ops.square(y_true - y_pred) * inputs[:, :1])

    return loss


dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((2,)), dense])
model.compile(optimizer="sgd", loss=weighted_by(model.inputs[0]))
x, y = np.array([[1.0, 1.0], [0.0, 5.0]]), np.zeros((2, 1))
model.fit(x, y, verbose=0)
