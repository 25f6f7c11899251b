"""The cure: the loss gives the targets the shape of the predictions."""

# %% fit
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Squared(keras.losses.Loss):
    """The squared error."""

    def call(self, y_true, y_pred):
        """Map floats `(batch, outputs)` to losses `(batch,)`."""
        y_true = ops.reshape(y_true, ops.shape(y_pred))
        return ops.mean(ops.square(y_true - y_pred), axis=-1)


x = np.array([1.0, 2.0, 3.0])
dense = keras.layers.Dense(1, kernel_initializer="ones")
model = keras.Sequential([keras.Input((1,)), dense])
model.compile(optimizer="sgd", loss=Squared())
loss = model.evaluate(x.reshape(-1, 1), x, verbose=0)
print("predictions:", model.predict(x.reshape(-1, 1), verbose=0).ravel())
print("loss:", round(loss, 2))
assert loss == 0.0
