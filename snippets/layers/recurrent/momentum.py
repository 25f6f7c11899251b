"""A cell whose state has two parts, and begins where it is told."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Momentum(keras.layers.Layer):
    """Move a position by a speed that the inputs change.

    Args:
        units: Number of positions, and of features in a step.
        start: Where each position begins.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    def __init__(self, units, start=0.0, **kwargs):
        """Say the sizes of both parts of the state, and of the outputs."""
        super().__init__(**kwargs)
        self.units = units
        self.start = start
        self.state_size = [units, units]
        self.output_size = units

    def get_initial_state(self, batch_size=None):
        """Return positions at the start, and no speed."""
        shape = (batch_size, self.units)
        position = ops.full(shape, self.start, dtype=self.compute_dtype)
        return [position, ops.zeros(shape, dtype=self.compute_dtype)]

    def call(self, inputs, states):
        """Map forces `(batch, units)` and both states to what follows."""
        position, speed = states
        speed = speed + inputs
        position = position + speed
        return position, [position, speed]

    def get_config(self):
        """Return the arguments that create the cell again."""
        own = {"units": self.units, "start": self.start}
        return {**super().get_config(), **own}


# %% use
push = np.array([[[1.0], [0.0], [0.0]]])
rnn = keras.layers.RNN(
    Momentum(1, start=10.0), return_sequences=True, return_state=True
)
positions, position, speed = map(ops.convert_to_numpy, rnn(push))
print("positions:", positions[0, :, 0])
print("state:", position, speed)

# %% given
given = [np.array([[0.0]]), np.array([[2.0]])]
positions = rnn(push, initial_state=given)[0]
print("positions:", ops.convert_to_numpy(positions)[0, :, 0])
