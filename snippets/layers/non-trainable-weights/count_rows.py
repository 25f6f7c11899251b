"""A mistake: state that predict() changes as well, and the cure."""

# %% define
import keras
import numpy as np
from keras import ops


class CountRows(keras.layers.Layer):
    """Pass the inputs on and count their rows."""

    def __init__(self, **kwargs):
        """Create the counter."""
        super().__init__(**kwargs)
        self.rows = self.add_weight(
            shape=(), dtype="int32", trainable=False, name="rows"
        )

    def call(self, inputs):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        self.rows.assign_add(ops.shape(inputs)[0])
        return inputs


# %% use
x, y = np.ones((8, 2), "float32"), np.ones((8, 1), "float32")
counter = CountRows()
model = keras.Sequential([keras.Input((2,)), counter, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")

model.fit(x, y, verbose=0)
print("after fit:     ", int(counter.rows))
model.evaluate(x, y, verbose=0)
print("after evaluate:", int(counter.rows))
model.predict(x, verbose=0)
print("after predict: ", int(counter.rows))


# %% cure
class CountTrained(CountRows):
    """Pass the inputs on and count the rows seen in training."""

    def call(self, inputs, training=None):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        return super().call(inputs) if training else inputs


counter = CountTrained()
model = keras.Sequential([keras.Input((2,)), counter, keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")

model.fit(x, y, verbose=0)
model.evaluate(x, y, verbose=0)
model.predict(x, verbose=0)
print("after all three:", int(counter.rows))
