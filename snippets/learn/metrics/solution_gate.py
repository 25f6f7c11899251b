"""Solution: a gate for each number, and how far the gates are open."""

# %% solve
import keras
import numpy as np
from keras import ops


class Gate(keras.layers.Layer):
    """Let a share of each number through, and measure the mean share."""

    def build(self, input_shape):
        """Create what trains, and what measures."""
        features = (input_shape[-1],)
        self.scale = self.add_weight(
            shape=features, initializer="ones", name="scale"
        )
        self.shift = self.add_weight(
            shape=features, initializer="zeros", name="shift"
        )
        measured = {
            "initializer": "zeros",
            "trainable": False,
            "autocast": False,
        }
        self.total = self.add_weight(shape=(), name="total", **measured)
        self.numbers = self.add_weight(shape=(), name="numbers", **measured)

    def call(self, inputs):
        """Map rows `(batch, features)` to rows of the same shape."""
        share = ops.sigmoid(inputs * self.scale + self.shift)
        opening = ops.cast(share, "float32")
        self.total.assign_add(ops.sum(opening))
        self.numbers.assign_add(ops.sum(ops.ones_like(opening)))
        return inputs * share

    def read_opening(self):
        """Return the mean share since the last reading, and begin anew."""
        opening = float(self.total) / max(float(self.numbers), 1.0)
        self.total.assign(0.0)
        self.numbers.assign(0.0)
        return opening


# %% check
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
