"""A loss of your own: one number for each row, and Keras does the rest."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Asymmetric(keras.losses.Loss):
    """The absolute error, times a factor where too little is predicted.

    Args:
        factor: What one unit too little costs; one too many costs 1.
        name: The name of the loss.
        reduction: How rows become one number, for every Keras loss.
        dtype: What is computed in, for every Keras loss.
    """

    def __init__(
        self,
        factor=3.0,
        name="asymmetric",
        reduction="sum_over_batch_size",
        dtype=None,
    ):
        """Remember the factor."""
        super().__init__(name=name, reduction=reduction, dtype=dtype)
        self.factor = factor

    def call(self, y_true, y_pred):
        """Map floats `(batch, outputs)` to losses `(batch,)`."""
        missing = ops.reshape(y_true, ops.shape(y_pred)) - y_pred
        return ops.mean(ops.maximum(self.factor * missing, -missing), axis=-1)

    def get_config(self):
        """Return the arguments that create this loss again."""
        return {**super().get_config(), "factor": self.factor}


# %% by-hand
y_true = ops.convert_to_tensor([[5.0], [5.0]])
y_pred = ops.convert_to_tensor([[4.0], [7.0]])
loss = Asymmetric()
print("rows:   ", ops.convert_to_numpy(loss.call(y_true, y_pred)))
print("loss:   ", float(loss(y_true, y_pred)))
weights = np.array([1.0, 0.0])
print("weighed:", float(loss(y_true, y_pred, sample_weight=weights)))

# %% fit
demand = np.tile([[1.0], [2.0], [3.0], [4.0], [5.0]], (100, 1))
x = np.ones_like(demand)
for factor in (1.0, 4.0):
    dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")
    model = keras.Sequential([keras.Input((1,)), dense])
    model.compile(keras.optimizers.SGD(0.1), loss=Asymmetric(factor))
    model.fit(x, demand, batch_size=5, shuffle=False, verbose=0)
    ordered = model.predict(x[:1], verbose=0).item()
    print(f"factor {factor}: predicts {ordered:.1f}")
