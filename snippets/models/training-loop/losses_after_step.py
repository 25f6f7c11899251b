"""A mistake: reading model.losses after a compiled step."""
# backends: tensorflow

# %% define
import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="guide")
class ActivityPenalty(keras.layers.Layer):
    """Charge for large activations, and pass them on."""

    def call(self, inputs):
        """Return the inputs, floats `(batch, ...)`, as they are."""
        # Losses are summed in float32, whatever the layer computes in.
        self.add_loss(ops.mean(ops.square(ops.cast(inputs, "float32"))))
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
