"""A mistake: a recurrent cell that does not say the size of its state."""

# %% use raises=ValueError
import keras


# Wrong on purpose: the cell has no state_size.
@keras.saving.register_keras_serializable(package="guide")
class Leaky(keras.layers.Layer):
    """Keep a part of the state, and add the inputs."""

    def call(self, inputs, states):
        """Map floats `(batch, units)` and a state of that shape to the next."""
        state = inputs + 0.5 * states[0]
        return state, [state]


keras.layers.RNN(Leaky())
