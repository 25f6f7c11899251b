"""A mistake: reading model.losses after a compiled step."""
# backends: tensorflow

# %% define
import keras
import tensorflow as tf
from keras import ops


class ActivityPenalty(keras.layers.Layer):
    """Charge for large activations, and pass them on."""

    def call(self, inputs):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        self.add_loss(ops.mean(ops.square(inputs)))
        return inputs


model = keras.Sequential([ActivityPenalty()])


@tf.function
def step(inputs):
    """Run the model and return its own losses."""
    model(inputs, training=True)
    return sum(model.losses)


# %% returned
print(float(step(3.0 * tf.ones((2, 2)))))

# %% outside raises=TypeError
print(float(model.losses[0]))
