"""A mistake: a loss that averages the rows by itself."""

# %% compare
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class RowErrors(keras.losses.Loss):
    """The squared error, one number for each row."""

    def call(self, y_true, y_pred):
        """Map floats `(batch, outputs)` to losses `(batch,)`."""
        errors = ops.reshape(y_true, ops.shape(y_pred)) - y_pred
        return ops.mean(ops.square(errors), axis=-1)


# Wrong: the rows are averaged before they are weighed.
@keras.saving.register_keras_serializable(package="guide")
class OneNumber(keras.losses.Loss):
    """The squared error, as one number."""

    def call(self, y_true, y_pred):
        """Map floats `(batch, outputs)` to one float."""
        errors = ops.reshape(y_true, ops.shape(y_pred)) - y_pred
        return ops.mean(ops.square(errors))


y_true, y_pred = np.array([[1.0], [100.0]]), np.array([[3.0], [0.0]])
weights = np.array([1.0, 0.0])  # the second row is wrong
for kind in (RowErrors, OneNumber):
    loss = kind()(y_true, y_pred, sample_weight=weights)
    print(f"{kind.__name__}: {float(ops.mean(loss)):.0f}")
