"""What call() sees when the batch size is not known yet."""

# %% define
import keras


@keras.saving.register_keras_serializable(package="guide")
class Tell(keras.layers.Layer):
    """Double the inputs, and print their shape in Python."""

    def call(self, inputs):
        """Map floats of any shape to floats of the same shape."""
        print("call() sees", tuple(inputs.shape))
        return 2.0 * inputs


# %% use
outputs = Tell()(keras.Input((3,)))
print("Keras knows", outputs.shape, outputs.dtype)
