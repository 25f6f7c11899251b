"""A layer that remembers the largest number it has seen."""

# %% define
import keras
import numpy as np
from keras import ops


class AutoRange(keras.layers.Layer):
    """Divide by the largest magnitude seen so far."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.largest = self.add_weight(
            shape=(),
            initializer="ones",
            trainable=False,
            autocast=False,
            name="largest",
        )

    def call(self, inputs):
        """Return numbers between -1 and 1."""
        numbers = ops.cast(inputs, self.largest.dtype)
        seen = ops.max(ops.abs(numbers))
        largest = ops.stop_gradient(ops.maximum(self.largest, seen))
        self.largest.assign(largest)
        return ops.cast(numbers / largest, inputs.dtype)


# %% by-hand
auto_range = AutoRange()
for number in (2.0, 10.0, 5.0):
    output = auto_range(np.array([[number]]))
    print(number, "becomes", float(output[0, 0]))

# %% train
keras.utils.set_random_seed(1)
meters = np.linspace(-4000.0, 4000.0, 64).reshape(64, 1)
kilometers = meters / 1000.0

auto_range = AutoRange()
dense = keras.layers.Dense(1)
model = keras.Sequential([keras.Input((1,)), auto_range, dense])
model.compile(keras.optimizers.SGD(0.5), loss="mse")
model.fit(meters, kilometers, epochs=30, verbose=0, shuffle=False)
print("largest:", ops.convert_to_numpy(auto_range.largest))
print("kernel:", ops.convert_to_numpy(dense.kernel).round(2))

# %% without
plain = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
plain.compile(keras.optimizers.SGD(0.5), loss="mse")
history = plain.fit(meters, kilometers, epochs=30, verbose=0, shuffle=False)
print("loss without the layer:", history.history["loss"][-1])

# %% lists
print("all:", [each.name for each in model.weights])
print("trainable:", [each.name for each in model.trainable_weights])
print("non-trainable:", [each.name for each in model.non_trainable_weights])

# %% later
height = np.array([[2000.0]])
print("before:", model.predict(height, verbose=0).round(2))
model.predict(np.array([[40000.0]]), verbose=0)
print("after: ", model.predict(height, verbose=0).round(2))
