"""Exercise: a model that learns how large its error is."""

# %% start
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class ErrorModel(keras.Model):
    """A line that also learns how large its error is."""

    def call(self, inputs):
        """Map floats `(batch, features)` to floats `(batch, 1)`."""
        return inputs

    def compute_loss(
        self, x=None, y=None, y_pred=None, sample_weight=None, training=True
    ):
        """Return the loss, weighed by the learned error."""
        return super().compute_loss(x, y, y_pred, sample_weight, training)


# %% check raises=AssertionError
x, y = np.array([[1.0], [2.0]]), np.array([[3.0], [5.0]])
model = ErrorModel()
model.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse")
model(x)
assert hasattr(model, "dense"), "create the layer self.dense in __init__()"
assert hasattr(model, "log_variance"), "create the weight self.log_variance"
model.dense.kernel.assign([[1.0]])
model.log_variance.assign(np.log(2.0))
loss = model.evaluate(x, y, verbose=0)
assert abs(loss - 3.943) < 1e-3, f"the loss is {loss:.3f} instead of 3.943"
model.fit(x, y, verbose=0)
gradient = 1.0 - ops.convert_to_numpy(model.dense.kernel).item()
assert abs(gradient + 4.0) < 1e-3, f"gradient of the kernel: {gradient:.3f}"
moved = np.log(2.0) - ops.convert_to_numpy(model.log_variance).item()
assert abs(moved + 2.25) < 1e-3, f"gradient of log_variance: {moved:.3f}"
print(f"loss {loss:.2f}, gradients {gradient:.2f} and {moved:.2f}")
