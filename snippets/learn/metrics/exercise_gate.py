"""Exercise: a gate for each number, and how far the gates are open."""

# %% start
import keras
import numpy as np
from keras import ops


class Gate(keras.layers.Layer):
    """Let a share of each number through, and measure the mean share."""

    def call(self, inputs):
        """Map rows `(batch, features)` to rows of the same shape."""
        return inputs

    def read_opening(self):
        """Return the mean share since the last reading, and begin anew."""
        return 0.0


# %% check raises=AssertionError
x, gate = np.array([[2.0, 4.0]]), Gate()
model = keras.Sequential([keras.Input((2,)), gate])
model.compile(optimizer=keras.optimizers.SGD(1.0), loss="mse")
trained = len(gate.trainable_weights)
assert trained == 2, f"two weights train, scale and shift, not {trained}"
wide = float(np.log(3.0))  # the sigmoid of log 3 is 0.75
gate.scale.assign([0.0, 0.0])
gate.shift.assign([wide, -wide])
found = ops.convert_to_numpy(gate(x)).round(3).tolist()
assert found == [[1.5, 1.0]], f"outputs: [[1.5, 1.0]], not {found}"
model.fit(x, np.array([[0.5, 1.0]]), verbose=0)
scale, shift = map(ops.convert_to_numpy, gate.trainable_weights)
found = [round(float(each), 3) for each in (-scale[0], wide - shift[0])]
assert found == [0.75, 0.375], f"gradients: [0.75, 0.375], not {found}"
gate.read_opening()
gate.scale.assign([0.0, 0.0])
for shift, rows in ((wide, 1), (-wide, 3)):
    gate.shift.assign([shift, shift])
    gate(np.repeat(x, rows, axis=0))
found = round(gate.read_opening(), 3)
assert found == 0.375, f"the mean of 1 row and 3 rows is 0.375, not {found}"
print("opening:", found)
