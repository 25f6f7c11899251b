"""A cell that forgets a part of its state, and learns how much."""

# %% define
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class Leaky(keras.layers.Layer):
    """Keep a part of the state, and take the rest from the inputs.

    Args:
        units: Size of the state, and of a step of the inputs.
        **kwargs: Arguments of `keras.layers.Layer`.
    """

    def __init__(self, units, **kwargs):
        """Say the size of the state."""
        super().__init__(**kwargs)
        self.units = units
        self.state_size = units

    def build(self, input_shape):
        """Create what each unit keeps of its state."""
        self.kept = self.add_weight(
            shape=(self.units,),
            initializer=keras.initializers.Constant(0.5),
            name="kept",
        )

    def call(self, inputs, states):
        """Map floats `(batch, units)` and a state of that shape to the next."""
        state = self.kept * states[0] + (1 - self.kept) * inputs
        return state, [state]

    def get_config(self):
        """Return the arguments that create the cell again."""
        return {**super().get_config(), "units": self.units}


# %% use
x = np.array([[[1.0], [0.0], [0.0], [1.0]]])
last = keras.layers.RNN(Leaky(1))
print("last:", ops.convert_to_numpy(last(x)))
every = keras.layers.RNN(Leaky(1), return_sequences=True)
print("every step:", ops.convert_to_numpy(every(x))[0, :, 0])

# %% learn
keras.utils.set_random_seed(0)
steps = np.random.default_rng(0).normal(size=(64, 6, 1))
target = sum(0.2 * 0.8**age * steps[:, 5 - age] for age in range(6))
model = keras.Sequential([keras.Input((None, 1)), keras.layers.RNN(Leaky(1))])
model.compile(keras.optimizers.Adam(0.05), "mse")
model.fit(steps, target, epochs=20, batch_size=16, shuffle=False, verbose=0)
kept = model.layers[0].cell.kept
print("kept:", ops.convert_to_numpy(kept).round(2))

# %% mask
padded = np.array([[[1.0], [1.0], [0.0], [0.0]]])
masking = keras.layers.Masking()
print("without a mask:", ops.convert_to_numpy(last(padded)))
print("with a mask:", ops.convert_to_numpy(last(masking(padded))))
